package fr.socle.habilitations.demande;

import fr.socle.habilitations.Habilitation.RequesterKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation writes in its request, and what is granted. In a draft anything may be
 * missing: texts are empty then, numbers 0.
 *
 * @param cadre the law, decree or deliberation that founds the right, as a person reads it
 * @param cadreUrl where it can be read
 * @param fields the codes of the fields, by code of data set
 * @param validityMonths from the day of the grant
 * @param retentionMonths how long the organisation keeps what it obtained
 * @param responsable the person in charge of the processing (RGPD, art. 4)
 */
public record Contenu(
        String intitule,
        String finalite,
        String cadre,
        String cadreUrl,
        Map<String, Set<String>> fields,
        Set<RequesterKind> requesters,
        int validityMonths,
        int retentionMonths,
        Contact dpo,
        Contact responsable,
        Motivation motivation,
        Complements complements) {

    /** Rows that were written before the last two were asked do not have them. */
    public Contenu(
            String intitule,
            String finalite,
            String cadre,
            String cadreUrl,
            Map<String, Set<String>> fields,
            Set<RequesterKind> requesters,
            int validityMonths,
            int retentionMonths,
            Contact dpo,
            Contact responsable,
            @Nullable Motivation motivation,
            @Nullable Complements complements) {
        this.intitule = intitule;
        this.finalite = finalite;
        this.cadre = cadre;
        this.cadreUrl = cadreUrl;
        var sorted = new TreeMap<String, Set<String>>();
        fields.forEach((set, codes) -> sorted.put(set, new TreeSet<>(codes)));
        this.fields = sorted;
        this.requesters = new TreeSet<>(requesters);
        this.validityMonths = validityMonths;
        this.retentionMonths = retentionMonths;
        this.dpo = dpo;
        this.responsable = responsable;
        this.motivation = motivation == null ? Motivation.NONE : motivation;
        this.complements = complements == null ? Complements.NONE : complements;
    }

    /** One line per field, as in {@code quotient-familial/quotient_familial.valeur}. */
    public List<String> fieldCodes() {
        return fields.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(code -> it.getKey() + "/" + code))
                .toList();
    }
}
