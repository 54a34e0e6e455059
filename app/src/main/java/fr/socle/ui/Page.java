package fr.socle.ui;

/**
 * A page: a public record that offers exactly what its template shows. The template lies beside it
 * under the same name ({@code OrganisationsPage.java}, {@code OrganisationsPage.jte}) and takes
 * {@code page} and {@code frame}. A controller returns it; {@link PageRenderer} writes it.
 */
public interface Page {

    /** The HTTP status: 200 unless the page says that something is wrong. */
    default int status() {
        return 200;
    }
}
