package fr.socle.journal.format;

import static fr.socle.journal.format.StatementJson.hashes;
import static fr.socle.journal.format.StatementJson.list;
import static fr.socle.journal.format.StatementJson.number;
import static fr.socle.journal.format.StatementJson.text;
import static fr.socle.journal.format.StatementJson.written;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Receipt.Disclosure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The first object of a statement: the signed state, the map, and where the person stands in it.
 *
 * @param note the checkpoint with its cosignatures
 * @param witnesses whose cosignatures these are, in their order
 * @param map the entry that holds the map
 * @param mapParts what that entry says, open
 * @param leaf what the map says of the person
 * @param path from the leaf's sibling up to the map's root
 * @param first the first of the person's lines that the statement shows; one more than the last
 *     when none is kept any more
 */
public record StatementHeader(
        SignedNote note,
        List<VerifierKey> witnesses,
        Place map,
        List<Disclosure> mapParts,
        MapLeaf leaf,
        List<Hash> path,
        long first) {

    static final String FORMAT = "socle/releve/1";

    private static final Set<String> MEMBERS =
            Set.of("format", "etat", "temoins", "carte", "personne", "premiere");

    /**
     * Where an entry lies in the log.
     *
     * @param path from its sibling up to the root's child
     */
    public record Place(long index, Hash link, List<Hash> path) {}

    public StatementHeader {
        witnesses = List.copyOf(witnesses);
        mapParts = List.copyOf(mapParts);
        path = List.copyOf(path);
    }

    public byte[] write() {
        var carte = new TreeMap<String, Object>();
        carte.put("index", map.index());
        carte.put("lien", map.link().base64());
        carte.put("parties", mapParts.stream().map(StatementJson::written).toList());
        carte.put("preuve", written(map.path()));
        var personne = new TreeMap<String, Object>();
        personne.put("cle", leaf.key().base64());
        personne.put("n", leaf.n());
        personne.put("derniere", StatementJson.base64(leaf.entry().bytes()));
        personne.put("preuve", written(path));
        return CanonicalJson.write(
                Map.of(
                        "format",
                        FORMAT,
                        "etat",
                        note.write(),
                        "temoins",
                        witnesses.stream().map(VerifierKey::text).toList(),
                        "carte",
                        carte,
                        "personne",
                        personne,
                        "premiere",
                        first));
    }

    /**
     * @throws IllegalArgumentException unless it is the header of a statement in its one form
     */
    static StatementHeader read(byte[] json) {
        var object = CanonicalJson.read(json);
        if (!object.keySet().equals(MEMBERS) || !FORMAT.equals(object.get("format"))) {
            throw new IllegalArgumentException("not a statement of version 1");
        }
        var carte = StatementJson.object(object, "carte", "index", "lien", "parties", "preuve");
        var personne = StatementJson.object(object, "personne", "cle", "n", "derniere", "preuve");
        return new StatementHeader(
                SignedNote.parse(text(object, "etat")),
                list(object, "temoins").stream().map(ReceiptReader::witness).toList(),
                new Place(
                        number(carte, "index"),
                        StatementJson.hash(carte, "lien"),
                        hashes(carte, "preuve")),
                list(carte, "parties").stream().map(ReceiptReader::disclosure).toList(),
                new MapLeaf(
                        StatementJson.hash(personne, "cle"),
                        number(personne, "n"),
                        LogEntry.parse(Base64Strict.decode(text(personne, "derniere")))),
                hashes(personne, "preuve"),
                number(object, "premiere"));
    }
}
