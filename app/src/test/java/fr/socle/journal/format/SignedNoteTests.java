package fr.socle.journal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTests {

    /** The key and the note that Go's golang.org/x/mod/sumdb/note documents as its example. */
    private static final String PETER =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void aNoteSignedByAnotherImplementationIsAccepted() {
        assertThat(SignedNote.parse(NOTE).signedBy(VerifierKey.parse(PETER))).isTrue();
        assertThat(SignedNote.parse(NOTE).write()).isEqualTo(NOTE);
    }

    @Test
    void aChangedTextIsRefused() {
        var changed = SignedNote.parse(NOTE.replace("answer", "Answer"));
        assertThat(changed.signedBy(VerifierKey.parse(PETER))).isFalse();
    }

    @Test
    void aKeyWhoseIdDoesNotFitIsRefused() {
        for (var wrong :
                List.of(
                        PETER.replace("c74f20a3", "c74f20a4"),
                        PETER.replace("Peter", "Pieter"),
                        "PeterNeumann",
                        "",
                        "a+b+c")) {
            assertThatThrownBy(() -> VerifierKey.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsNotANoteIsRefused() {
        for (var wrong :
                List.of(
                        "",
                        "x",
                        "\n\n",
                        NOTE.strip(),
                        NOTE.replace("—", "-"),
                        NOTE + "\n",
                        NOTE + "x\n")) {
            assertThatThrownBy(() -> SignedNote.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
