package fr.socle.habilitations.demande;

import fr.socle.habilitations.Habilitation.RequesterKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an organisation writes in its request, and what is granted.
 *
 * @param cadre the law, decree or deliberation that founds the right, as a person reads it
 * @param cadreUrl where it can be read; empty when it was not given
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
        Contact responsable) {

    public Contenu {
        var sorted = new TreeMap<String, Set<String>>();
        fields.forEach((set, codes) -> sorted.put(set, new TreeSet<>(codes)));
        fields = sorted;
        requesters = new TreeSet<>(requesters);
    }

    /** One line per field, as in {@code quotient-familial/quotient_familial.valeur}. */
    public List<String> fieldCodes() {
        return fields.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(code -> it.getKey() + "/" + code))
                .toList();
    }
}
