package fr.socle.identity.registry;

import fr.socle.identity.broker.UpstreamFault;
import fr.socle.identity.registry.Verdict.Unavailable;
import fr.socle.kernel.IdentitePivot;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML by which the RNIPP answers (INSEE, schemas {@code electoral} and {@code
 * etat-civil}). Only local names count. A document type is refused before anything of it is read,
 * so that no entity is ever resolved.
 */
final class RnippAnswer {

    private static final String PERSON =
            "IdentificationsIndividusCitoyens/IdentificationIndividuCitoyen/SituationActuelle/Individu/";
    private static final int DEEPEST = 30;
    private static final int LONGEST = 1000;
    private static final String FRANCE = "99100";
    private static final XMLInputFactory FACTORY = factory();

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> givenNames = new ArrayList<>();
    private boolean deceased;

    private RnippAnswer() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * @param today nobody is born later
     */
    static Verdict read(String xml, LocalDate today) {
        var answer = new RnippAnswer();
        try {
            answer.walk(FACTORY.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException unreadable) {
            return new Unavailable(UpstreamFault.REGISTRY_STATUS, "an answer that is no XML");
        }
        return answer.verdict(today);
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        var path = new ArrayDeque<String>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("a document type is not accepted");
                case XMLStreamConstants.START_ELEMENT -> begin(xml, path);
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text(String.join("/", path), xml.getText().strip());
                default -> {}
            }
        }
    }

    private void begin(XMLStreamReader xml, Deque<String> path) throws XMLStreamException {
        path.addLast(xml.getLocalName());
        if (path.size() > DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        var here = String.join("/", path);
        if (here.equals(PERSON + "Deces")) {
            deceased = true;
        }
        var code = xml.getAttributeValue(null, "code");
        if (code != null) {
            text(here + "@code", code.strip());
        }
    }

    /** The first of each counts, as the answer for one person has one; given names are several. */
    private void text(String path, String text) throws XMLStreamException {
        if (text.length() > LONGEST) {
            throw new XMLStreamException("too long");
        }
        if (text.isEmpty()) {
            return;
        }
        if (path.equals(PERSON + "Prenoms/Prenom")) {
            givenNames.add(text);
        } else {
            texts.putIfAbsent(path, text);
        }
    }

    private Verdict verdict(LocalDate today) {
        var type =
                texts.getOrDefault(
                        "IdentificationsIndividusCitoyens/TypeReponseIdentification", "");
        return switch (type) {
            case "2", "3" -> deceased ? new Verdict.Deceased() : known(type.equals("3"), today);
            case "4" -> new Verdict.SingleEcho();
            case "6" -> new Verdict.SeveralEchoes();
            case "7" -> new Verdict.MaritalNameOnly();
            case "8" -> new Verdict.NotFound();
            case "9" -> new Verdict.Rejected();
            default -> new Unavailable(UpstreamFault.REGISTRY_FORMAT, "an unknown type of answer");
        };
    }

    private Verdict known(boolean rectified, LocalDate today) {
        return switch (IdentitePivot.read(claims(), today)) {
            case IdentitePivot.Reading.Accepted(var identity) ->
                    rectified ? new Verdict.Rectified(identity) : new Verdict.Found(identity);
            case IdentitePivot.Reading.Refused(var claims) ->
                    new Unavailable(
                            UpstreamFault.REGISTRY_FORMAT,
                            "an identity without " + claims.keySet());
        };
    }

    private Map<String, String> claims() {
        var place = of("Naissance/LieuNaissance/Localite@code");
        var country = of("Naissance/LieuNaissance/Pays@code");
        var claims = new LinkedHashMap<String, String>();
        claims.put("given_name", String.join(" ", givenNames));
        claims.put("family_name", of("Noms/NomFamille"));
        claims.put("birthdate", of("Naissance/DateNaissance"));
        claims.put("gender", gender(of("Sexe")));
        if (country.isEmpty() || country.equals(FRANCE)) {
            claims.put("birthplace", place);
        }
        claims.put("birthcountry", country.isEmpty() && !place.isEmpty() ? FRANCE : country);
        return claims;
    }

    private static String gender(String letter) {
        return switch (letter) {
            case "F" -> "female";
            case "M" -> "male";
            case "I", "U" -> "unspecified";
            default -> "";
        };
    }

    private String of(String path) {
        return texts.getOrDefault(PERSON + path, "");
    }
}
