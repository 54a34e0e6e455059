package fr.socle.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

class FormTest {

    private static final BigDecimal LIMIT = new BigDecimal("20000");

    @Test
    void aDateIsReadFromItsThreeFields() {
        var form = date("7", "11", "1985");
        assertThat(form.readDate("d")).contains(LocalDate.of(1985, 11, 7));
        assertThat(form.ok()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"non", "", "on", "OUI", "oui "})
    void aBoxIsTickedByItsOwnValueOnly(String sent) {
        assertThat(form("cgu", sent).ticked("cgu")).isFalse();
        assertThat(form("cgu", "oui").ticked("cgu")).isTrue();
        assertThat(form("autre", "oui").ticked("cgu")).isFalse();
    }

    @Test
    void aDateIsReadAsMachinesWriteIt() {
        assertThat(form("d", "1985-11-07").readDate("d")).contains(LocalDate.of(1985, 11, 7));
        assertThat(refusal(form("d", "07/11/85"))).isEqualTo("ui.form.date.iso");
    }

    @ParameterizedTest
    @CsvSource({
        "31,2,1985,ui.form.date.impossible",
        "29,2,2023,ui.form.date.impossible",
        "0,1,2020,ui.form.date.impossible",
        "7,,1985,ui.form.date.incomplete",
        ",,1985,ui.form.date.incomplete",
        "7,novembre,1985,ui.form.date.digits",
        "-1,11,1985,ui.form.date.digits",
        "٧,11,1985,ui.form.date.digits",
        "7,11,85,ui.form.date.year",
        "7,11,19850,ui.form.date.digits"
    })
    void aWrongDateSaysWhatIsWrong(String day, String month, String year, String key) {
        assertThat(refusal(date(day, month, year))).isEqualTo(key);
    }

    @Test
    void aMissingDateIsAnErrorOnlyWhereItIsRequired() {
        var form = Form.blank();
        assertThat(form.readOptionalDate("d")).isEmpty();
        assertThat(form.ok()).isTrue();
        assertThat(form.readDate("d")).isEmpty();
        assertThat(form.error("d").orElseThrow().key()).isEqualTo("ui.form.required");
    }

    @ParameterizedTest
    @CsvSource({"12,12", "1 234,1234", "1\u202f234,1234", "0,0", "-3,-3"})
    void aWholeNumberMayHoldBlanks(String typed, long value) {
        assertThat(form("n", typed).read("n", Reading.whole(-10, 5000))).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "deux,ui.form.whole",
        "'1,5',ui.form.whole",
        "1e3,ui.form.whole",
        "-,ui.form.whole",
        "١٢,ui.form.whole",
        "21,ui.form.between",
        "99999999999999999999999999,ui.form.between"
    })
    void aWrongWholeNumberSaysWhatIsWrong(String typed, String key) {
        var form = form("n", typed);
        assertThat(form.read("n", Reading.whole(0, 20))).isEmpty();
        assertThat(form.error("n").orElseThrow().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"'1 234,50',1234.50", "1234.5,1234.5", "'12 €',12", "'0,05',0.05"})
    void anAmountIsReadAsTheFrenchWriteIt(String typed, BigDecimal value) {
        assertThat(amount(form("n", typed))).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'1.234,50',ui.form.decimal",
        "'1,234,567',ui.form.decimal",
        "'1,234',ui.form.decimals",
        "'12,',ui.form.decimal",
        "'1,-5',ui.form.decimal",
        "1e9,ui.form.decimal",
        "NaN,ui.form.decimal",
        "-1,ui.form.between",
        "'20000,01',ui.form.between"
    })
    void anAmountThatCouldBeMisreadIsRefused(String typed, String key) {
        var form = form("n", typed);
        assertThat(form.read("n", Reading.decimal(2, BigDecimal.ZERO, LIMIT))).isEmpty();
        assertThat(form.error("n").orElseThrow().key()).isEqualTo(key);
    }

    @Test
    void yesAndNoAreTheOnlyAnswers() {
        assertThat(form("n", "oui").read("n", Reading::yesNo)).contains(true);
        assertThat(form("n", "false").read("n", Reading::yesNo)).contains(false);
        assertThat(form("n", "peut-être").read("n", Reading::yesNo)).isEmpty();
    }

    @Test
    void onlyWhatWasOfferedMayBeChosen() {
        assertThat(form("n", "a").read("n", Reading.among(List.of("a", "b")))).contains("a");
        assertThat(form("n", "c").read("n", Reading.among(Map.of("a", 1)))).isEmpty();
        var form = form("n", "a", "c");
        assertThat(form.readAll("n", List.of("a", "b"))).isEmpty();
        assertThat(form.error("n").orElseThrow().key()).isEqualTo("ui.form.choice");
    }

    @Test
    void severalBoxesAreReadOnceEach() {
        var form = form("n", "b", "a", "b");
        assertThat(form.readAll("n", List.of("a", "b"))).containsExactly("b", "a");
        assertThat(form.ok()).isTrue();
    }

    @Test
    void aFieldSentTwiceIsRefused() {
        var form = form("n", "a", "b");
        assertThat(form.required("n", 10)).isEmpty();
        assertThat(form.error("n").orElseThrow().key()).isEqualTo("ui.form.twice");
        assertThat(form.errors()).hasSize(1);
    }

    @Test
    void invisibleCharactersAreRefusedAndLineBreaksKept() {
        assertThat(form("n", "a\u0000b").optional("n", 10)).isEmpty();
        assertThat(form("n", "a\nb").optional("n", 10)).isEqualTo("a\nb");
    }

    @Test
    void whatWasTypedIsKeptWhateverIsWrong() {
        var form = form("n", "  trop long  ");
        form.required("n", 3);
        assertThat(form.typed("n")).isEqualTo("  trop long  ");
        assertThat(form.error("n").orElseThrow().arguments()).containsExactly(3, 9);
    }

    @Test
    void theRefusalOfATypesOwnParserBecomesTheFieldsError() {
        var form = form("n", "x");
        form.read("n", text -> Parsed.invalid("kernel.siret.length", 14));
        assertThat(form.error("n").orElseThrow().key()).isEqualTo("kernel.siret.length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "99999999999999999999"})
    void aVersionThatCannotBeReadIsAnOldOne(String typed) {
        assertThat(form(Form.VERSION, typed).version()).isEqualTo(-1);
        assertThat(form(Form.VERSION, "7").version()).isEqualTo(7);
    }

    @Test
    void theSummaryNamesAFieldByTheLabelItWasShownWith() {
        var form = Form.blank();
        form.label("n", "Nom");
        assertThat(form.label("n")).isEqualTo("Nom");
        assertThat(form.label("inconnu")).isEqualTo("inconnu");
    }

    private static BigDecimal amount(Form form) {
        return form.read("n", Reading.decimal(2, BigDecimal.ZERO, LIMIT)).orElseThrow();
    }

    private static String refusal(Form form) {
        assertThat(form.readDate("d")).isEmpty();
        return form.error("d").orElseThrow().key();
    }

    private static Form date(@Nullable String day, @Nullable String month, @Nullable String year) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("d.jour", day == null ? "" : day);
        parameters.add("d.mois", month == null ? "" : month);
        parameters.add("d.annee", year == null ? "" : year);
        return Form.of(parameters);
    }

    private static Form form(String field, String... values) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.addAll(field, List.of(values));
        return Form.of(parameters);
    }

    @Test
    void aParserNamesItsOwnLimitAndWhatIsFarTooLongNeedsNone() {
        var form = Form.blank(Map.of("nom", "a".repeat(10_000), "roman", "a".repeat(20_001)));
        assertThat(form.read("nom", _ -> Parsed.invalid("kernel.taken"))).isEmpty();
        assertThat(form.error("nom").orElseThrow().key()).isEqualTo("kernel.taken");
        assertThat(form.readOptional("roman", Parsed::valid)).isEmpty();
        assertThat(form.error("roman").orElseThrow())
                .isEqualTo(Refusal.of("ui.form.far-too-long", 20_001));
        assertThat(form.read("rien", Parsed::valid)).isEmpty();
        assertThat(form.error("rien").orElseThrow().key()).isEqualTo("ui.form.required");
        assertThat(form.errors()).hasSize(3);
    }

    @Test
    void charactersThatDeceiveAreRefused() {
        for (var text : List.of("a\ud800b", "a\u202eb", "a\u2028b", "a\uffffb", "a\u0000b")) {
            var form = Form.blank(Map.of("nom", text));
            assertThat(form.required("nom", 100)).as(text).isEmpty();
            assertThat(form.error("nom").orElseThrow().key())
                    .isEqualTo("ui.form.control-characters");
        }
    }

    @Test
    void aTextThatNobodySeesIsNoAnswer() {
        var form = Form.blank(Map.of("nom", "\u00a0\u200b\u00ad "));
        assertThat(form.required("nom", 100)).isEmpty();
        assertThat(form.error("nom").orElseThrow().key()).isEqualTo("ui.form.required");
    }

    @Test
    void joinersOfEmojiAndOtherScriptsArePartOfAText() {
        var family = "\ud83d\udc69\u200d\ud83d\udc67 \u0646\u200c\u0645";
        assertThat(Form.blank(Map.of("nom", family)).required("nom", 100)).isEqualTo(family);
    }
}
