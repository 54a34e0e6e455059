package fr.socle.identity.partner.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What developers paste. */
@NullMarked
class PastedReaderTests {

    @Test
    void anAddressIsARequest() {
        var read =
                (Pasted.Authorize)
                        PastedReader.read(
                                " https://socle.example/citoyens/api/v2/authorize?state=a%20b&nonce=1&nonce=2 ");
        assertThat(read.address()).isEqualTo("https://socle.example/citoyens/api/v2/authorize");
        assertThat(read.parameters().get("state")).containsExactly("a b");
        assertThat(read.parameters().get("nonce")).containsExactly("1", "2");
    }

    @Test
    void aRequestIsReadAsHttpWritesIt() {
        var read =
                (Pasted.Token)
                        PastedReader.read(
                                "POST /citoyens/api/v2/token HTTP/1.1\r\nHost: x\r\nauthorization: Basic abc\r\n\r\n"
                                        + "grant_type=authorization_code&code=c");
        assertThat(read.authorization()).isEqualTo("Basic abc");
        assertThat(read.parameters().get("code")).containsExactly("c");
        assertThat(read.inAddress()).isFalse();
    }

    @Test
    void aCurlCommandIsReadAsAShellWould() {
        var read =
                (Pasted.Token)
                        PastedReader.read(
                                "curl -X POST \"https://socle.example/agents/api/v2/token\" \\\n"
                                        + " -u 'moi:secret' -d 'grant_type=authorization_code' --data-urlencode \"code=a b\"");
        assertThat(read.address()).isEqualTo("https://socle.example/agents/api/v2/token");
        assertThat(read.authorization()).isEqualTo("Basic bW9pOnNlY3JldA==");
        assertThat(read.parameters().get("code")).containsExactly("a b");
    }

    @Test
    void parametersAloneTellWhatTheyAre() {
        assertThat(PastedReader.read("response_type=code\nclient_id=x"))
                .isInstanceOf(Pasted.Authorize.class);
        assertThat(PastedReader.read("post_logout_redirect_uri=x"))
                .isInstanceOf(Pasted.Logout.class);
        assertThat(PastedReader.read("https://socle.example/x/token?grant_type=y&code=1"))
                .isInstanceOfSatisfying(
                        Pasted.Token.class, it -> assertThat(it.inAddress()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bonjour",
                "GET ",
                "POST \nfoo",
                "curl ",
                "curl -H",
                "curl -d",
                "%",
                "&&&=",
                "?%zz=%",
                "\"\\",
            })
    void nonsenseIsUnreadableAndBreaksNothing(String nonsense) {
        assertThat(PastedReader.read(nonsense)).isInstanceOf(Pasted.Unreadable.class);
    }

    @Test
    void aLongQuoteIsReadWithoutEnd() {
        assertThat(PastedReader.read("curl \"" + "\\a".repeat(8_000)))
                .isInstanceOf(Pasted.Unreadable.class);
    }
}
