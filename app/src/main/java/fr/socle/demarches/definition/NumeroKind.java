package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Numero.Registre;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers of official registers, each with the check that its register defines. */
record NumeroKind(Registre registre) implements Kind<Numero> {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern RNA = Pattern.compile("W[0-9]{9}");
    private static final Pattern RNF =
            Pattern.compile("([0-9]{3}|2[AB])-?(FDD|FE|FRUP)-?([0-9]{5})-?([0-9]{2})");
    private static final Pattern ENGAGEMENT = Pattern.compile("[0-9]{10}");

    /** The lengths that the countries of the euro payments area gave their accounts. */
    private static final Map<String, Integer> LENGTHS =
            Map.of("FR", 27, "MC", 27, "DE", 22, "BE", 16, "ES", 24, "IT", 27, "LU", 20, "PT", 25);

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    @Override
    public String code() {
        return usual().code();
    }

    @Override
    public Numero usual() {
        return new Numero(registre);
    }

    @Override
    public Parsed<Valeur> read(Numero type, Typed typed) {
        var written = typed.part("");
        return switch (registre) {
            case SIRET -> Siret.parse(written).map(it -> new Valeur.Texte(it.value()));
            case IBAN -> iban(compact(written));
            case RNA -> formed(RNA, compact(written), "demarches.saisie.rna");
            case RNF -> rnf(written.toUpperCase(Locale.ROOT).strip());
            case ENGAGEMENT_JURIDIQUE ->
                    formed(ENGAGEMENT, compact(written), "demarches.saisie.engagement");
        };
    }

    @Override
    public Comparison comparison(Numero type) {
        return Comparison.TEXT;
    }

    private static Parsed<Valeur> formed(Pattern form, String number, String refusal) {
        return form.matcher(number).matches()
                ? Parsed.valid(new Valeur.Texte(number))
                : Parsed.invalid(refusal, FreeText.shortened(number));
    }

    private static Parsed<Valeur> rnf(String written) {
        var matched = RNF.matcher(written);
        return matched.matches()
                ? Parsed.valid(
                        new Valeur.Texte(
                                "%s-%s-%s-%s"
                                        .formatted(
                                                matched.group(1),
                                                matched.group(2),
                                                matched.group(3),
                                                matched.group(4))))
                : Parsed.invalid("demarches.saisie.rnf", FreeText.shortened(written));
    }

    /** ISO 13616: the rest of the division by 97 is 1 once the first four signs are at the end. */
    private static Parsed<Valeur> iban(String number) {
        if (!IBAN.matcher(number).matches()) {
            return Parsed.invalid("demarches.saisie.iban", FreeText.shortened(number));
        }
        var length = LENGTHS.get(number.substring(0, 2));
        if (length != null && length != number.length()) {
            return Parsed.invalid(
                    "demarches.saisie.iban.length",
                    number.substring(0, 2),
                    length,
                    number.length());
        }
        var turned = number.substring(4) + number.substring(0, 4);
        var digits = new StringBuilder();
        turned.chars().forEach(it -> digits.append(Character.digit(it, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE)
                ? Parsed.valid(new Valeur.Texte(number))
                : Parsed.invalid("demarches.saisie.iban.check");
    }

    private static String compact(String written) {
        return written.replaceAll("[\\s\\u00a0\\u202f.-]", "").toUpperCase(Locale.ROOT);
    }
}
