package fr.socle.habilitations.demande;

import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.formulaire.Formulaires.Offre;
import fr.socle.kernel.Parsed;
import fr.socle.ui.form.Form;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;

/** A request as a form holds it. */
public final class ContenuForm {

    /** The names of the boxes start so; the code of the data set follows. */
    public static final String FIELDS = "donnees.";

    /** The words by which the form names who may ask. */
    public static final Map<String, RequesterKind> REQUESTERS =
            Map.of(
                    "agent", RequesterKind.AGENT,
                    "usager", RequesterKind.USAGER_LUI_MEME,
                    "automate", RequesterKind.AUTOMATE,
                    "automate-sans-dossier", RequesterKind.AUTOMATE_SANS_DOSSIER);

    private ContenuForm() {}

    /** Reads a whole request; empty when something is wrong, which the form then tells. */
    public static Optional<Contenu> read(Form form, Offre offre) {
        return new ContenuReader(form, offre, true).read();
    }

    /** Reads what was written so far. */
    public static Optional<Contenu> readDraft(Form form, Offre offre) {
        return new ContenuReader(form, offre, false).read();
    }

    /** The same as a form shows it, to be written anew. */
    public static Form form(Contenu content) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("intitule", content.intitule());
        typed.add("finalite", content.finalite());
        typed.add("cadre", content.cadre());
        typed.add("cadre-url", content.cadreUrl());
        content.fields().forEach((set, codes) -> typed.put(FIELDS + set, List.copyOf(codes)));
        REQUESTERS.forEach(
                (word, kind) -> {
                    if (content.requesters().contains(kind)) {
                        typed.add("demandeurs", word);
                    }
                });
        typed.add("validite", number(content.validityMonths()));
        typed.add("conservation", number(content.retentionMonths()));
        put(typed, "dpo", content.dpo());
        put(typed, "responsable", content.responsable());
        put(typed, content.motivation());
        put(typed, content.complements());
        return Form.of(typed);
    }

    private static void put(LinkedMultiValueMap<String, String> typed, Motivation it) {
        typed.add("usage", it.usage());
        typed.add("nature", it.nature());
        typed.add("article", it.article());
        typed.add("destinataires", it.destinataires());
        typed.add("conservation-motif", it.retentionWhy());
    }

    private static void put(LinkedMultiValueMap<String, String> typed, Complements it) {
        typed.add("services", String.join("\n", it.services()));
        put(typed, "metier", it.metier());
        put(typed, "technique", it.technique());
        typed.add("volume", it.volume());
        typed.add("volume-motif", it.volumeWhy());
        var homologation = it.homologation();
        if (homologation != null) {
            typed.add("homologation.autorite", homologation.autorite());
            put(typed, "homologation.debut", homologation.from());
            put(typed, "homologation.fin", homologation.until());
        }
    }

    private static void put(LinkedMultiValueMap<String, String> typed, String who, Contact it) {
        typed.add(who + ".nom", it.name());
        typed.add(who + ".courriel", it.email());
    }

    private static void put(LinkedMultiValueMap<String, String> typed, String field, LocalDate it) {
        typed.add(field + ".jour", Integer.toString(it.getDayOfMonth()));
        typed.add(field + ".mois", Integer.toString(it.getMonthValue()));
        typed.add(field + ".annee", Integer.toString(it.getYear()));
    }

    private static String number(int months) {
        return months == 0 ? "" : Integer.toString(months);
    }

    static Parsed<String> url(String text) {
        try {
            var read = URI.create(text);
            var web = "https".equals(read.getScheme()) || "http".equals(read.getScheme());
            return web && read.getHost() != null && text.length() <= 500
                    ? Parsed.valid(text)
                    : Parsed.invalid("habilitations.form.url.refused");
        } catch (IllegalArgumentException notAnAddress) {
            return Parsed.invalid("habilitations.form.url.refused");
        }
    }
}
