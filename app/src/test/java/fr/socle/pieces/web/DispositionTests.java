package fr.socle.pieces.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTests {

    @Test
    void everyNameIsWrittenTwiceForOldAndNewReaders() {
        assertThat(Disposition.of("Été à 100 %.pdf", "application/pdf", false))
                .isEqualTo(
                        "attachment; filename=\"Ete a 100 _.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20100%20%25.pdf");
    }

    @Test
    void aNameBreaksOutOfNoHeader() {
        assertThat(Disposition.of("a\"; x=\\\"b.pdf", "application/pdf", false))
                .startsWith("attachment; filename=\"a_; x=__b.pdf\"; filename*=UTF-8''a%22%3B");
    }

    @Test
    void onlyPdfAndImagesAreShown() {
        assertThat(Disposition.of("a.pdf", "application/pdf", true)).startsWith("inline");
        assertThat(Disposition.of("a.png", "image/png", true)).startsWith("inline");
        assertThat(Disposition.of("a.svg", "image/svg+xml", true)).startsWith("attachment");
        assertThat(Disposition.of("a.txt", "text/plain", true)).startsWith("attachment");
        assertThat(Disposition.of("a.pdf", "application/pdf", false)).startsWith("attachment");
    }
}
