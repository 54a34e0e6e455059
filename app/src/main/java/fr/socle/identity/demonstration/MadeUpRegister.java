package fr.socle.identity.demonstration;

import fr.socle.identity.demonstration.MadeUpPerson.Civil;
import fr.socle.kernel.NormalName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The made-up register of civil status: it finds whoever is asked for, as asked, but for those
 * here, one for each of its other answers. None of them exists.
 */
public enum MadeUpRegister {
    RECTIFIE(
            "3",
            "connue du registre sous une autre écriture de son nom",
            civil("Marie Helene", "Dupond-Fictif", "female", "1969-04-18", "86194")) {
        @Override
        public Civil known() {
            return civil("Marie-Hélène Suzanne", "Dupont-Fictif", "female", "1969-04-18", "86194");
        }
    },
    DECEDE(
            "2",
            "décédé, selon le registre",
            civil("Aristide", "Trépas-Inventé", "male", "1931-05-05", "21231")),
    UN_ECHO(
            "4",
            "une personne lui ressemble, sans être la même",
            civil("Noé", "Presque-Fictif", "male", "1998-02-11", "57463")),
    PLUSIEURS_ECHOS(
            "6",
            "plusieurs personnes lui ressemblent",
            civil("Jeanne", "Multiple-Fictive", "female", "1950-12-01", "80021")),
    NOM_MARITAL(
            "7",
            "trouvée par son nom d’épouse seulement",
            civil("Odile", "Épouse-Fictive", "female", "1948-08-30", "14118")),
    INCONNU(
            "8",
            "inconnu du registre",
            civil("Ulysse", "Personne-Fictif", "male", "1977-07-17", "64445")),
    REJETE(
            "9",
            "le registre rejette la demande",
            civil("Zoé", "Rejetée-Fictive", "female", "2003-10-03", "87085"));

    private final String type;
    private final String special;
    private final Civil asked;

    MadeUpRegister(String type, String special, Civil asked) {
        this.type = type;
        this.special = special;
        this.asked = asked;
    }

    /** The « type de réponse » of the RNIPP. */
    public String type() {
        return type;
    }

    public boolean deceased() {
        return this == DECEDE;
    }

    /** What the register holds. */
    public Civil known() {
        return asked;
    }

    /** The case of whom these names are asked for. */
    public static Optional<MadeUpRegister> of(String givenNames, String familyName) {
        return Arrays.stream(values())
                .filter(
                        it ->
                                NormalName.same(it.asked.familyName(), familyName)
                                        && NormalName.same(it.asked.givenName(), givenNames))
                .findFirst();
    }

    static List<MadeUpPerson> persons() {
        return Arrays.stream(values())
                .map(it -> MadeUpUsagers.person(it.sub(), it.special, it.asked))
                .toList();
    }

    private String sub() {
        return "registre-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Civil civil(
            String given, String family, String gender, String born, String commune) {
        return new Civil(given, family, gender, born, commune, "99100", "");
    }
}
