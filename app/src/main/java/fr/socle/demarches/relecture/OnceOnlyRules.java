package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import fr.socle.demarches.definition.Numero;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Source.Claim;
import fr.socle.kernel.NormalName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the State knows already (CRPA, art. L114-8): the identity that the sign-in gives, documents
 * for which another administration answers, what a SIRET tells.
 */
final class OnceOnlyRules implements Regle {

    /** The whole label of a question that the sign-in answers. */
    private static final Map<String, Claim> IDENTITY =
            Map.ofEntries(
                    Map.entry("NOM", Claim.FAMILY_NAME),
                    Map.entry("NOM DE FAMILLE", Claim.FAMILY_NAME),
                    Map.entry("NOM DE NAISSANCE", Claim.FAMILY_NAME),
                    Map.entry("VOTRE NOM", Claim.FAMILY_NAME),
                    Map.entry("PRENOM", Claim.GIVEN_NAME),
                    Map.entry("PRENOMS", Claim.GIVEN_NAME),
                    Map.entry("PRENOM S", Claim.GIVEN_NAME),
                    Map.entry("VOTRE PRENOM", Claim.GIVEN_NAME),
                    Map.entry("DATE DE NAISSANCE", Claim.BIRTHDATE),
                    Map.entry("VOTRE DATE DE NAISSANCE", Claim.BIRTHDATE),
                    Map.entry("LIEU DE NAISSANCE", Claim.BIRTHPLACE),
                    Map.entry("VOTRE E MAIL", Claim.EMAIL),
                    Map.entry("VOTRE ADRESSE ELECTRONIQUE", Claim.EMAIL));

    /** Documents, by words of their labels, and the rule that says who has them. */
    private static final List<Map.Entry<String, String>> DOCUMENTS =
            List.of(
                    Map.entry("PIECE D IDENTITE", "identity"),
                    Map.entry("CARTE D IDENTITE", "identity"),
                    Map.entry("CNI", "identity"),
                    Map.entry("PASSEPORT", "identity"),
                    Map.entry("JUSTIFICATIF DE DOMICILE", "domicile"),
                    Map.entry("AVIS D IMPOSITION", "tax"),
                    Map.entry("AVIS D IMPOT", "tax"),
                    Map.entry("QUOTIENT FAMILIAL", "family"),
                    Map.entry("ATTESTATION CAF", "family"),
                    Map.entry("KBIS", "company"),
                    Map.entry("CERTIFICAT DE SCOLARITE", "school"),
                    Map.entry("RIB", "bank"),
                    Map.entry("RELEVE D IDENTITE BANCAIRE", "bank"));

    private static final List<String> COMPANY =
            List.of(
                    "RAISON SOCIALE",
                    "DENOMINATION SOCIALE",
                    "NOM DE L ENTREPRISE",
                    "CODE APE",
                    "SIREN");

    @Override
    public Stream<Remarque> read(Definition definition, Champ champ) {
        var name = NormalName.of(champ.label()).value();
        return Stream.of(
                        identity(definition, champ, name),
                        document(champ, name),
                        company(definition, champ, name))
                .flatMap(it -> it);
    }

    private static Stream<Remarque> identity(Definition definition, Champ champ, String name) {
        var claim = IDENTITY.get(name);
        boolean root = definition.champs().stream().anyMatch(it -> it.id().equals(champ.id()));
        boolean bound =
                definition
                        .all()
                        .anyMatch(
                                it ->
                                        it.source() instanceof Source.Identite(var taken)
                                                && taken == claim);
        if (claim == null
                || !root
                || bound
                || champ.source() != null
                || !claim.fits(champ.type())) {
            return Stream.empty();
        }
        var source = new Source.Identite(claim);
        return Stream.of(
                Remarque.of(champ, "known")
                        .mendedBy(it -> Edits.replace(it, champ.withSource(source))));
    }

    private static Stream<Remarque> document(Champ champ, String name) {
        return champ.type() instanceof ChampType.Pieces
                ? DOCUMENTS.stream()
                        .filter(it -> (" " + name + " ").contains(" " + it.getKey() + " "))
                        .map(it -> documented(champ, it.getValue()))
                        .limit(1)
                : Stream.empty();
    }

    private static Remarque documented(Champ champ, String rule) {
        var remark = Remarque.of(champ, "document." + rule);
        return rule.equals("bank")
                ? remark.mendedBy(
                        it -> Edits.replace(it, champ.withType(new Numero(Numero.Registre.IBAN))))
                : remark;
    }

    private static Stream<Remarque> company(Definition definition, Champ champ, String name) {
        boolean siret =
                definition
                        .all()
                        .anyMatch(it -> it.type().equals(new Numero(Numero.Registre.SIRET)));
        boolean told =
                champ.type() instanceof ChampType.Texte && COMPANY.stream().anyMatch(name::equals);
        if (!siret || !told) {
            return Stream.empty();
        }
        var remark = Remarque.of(champ, "company");
        return Stream.of(
                Uses.any(definition, champ.id())
                        ? remark
                        : remark.mendedBy(it -> Edits.remove(it, champ.id())));
    }
}
