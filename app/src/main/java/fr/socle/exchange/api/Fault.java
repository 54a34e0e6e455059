package fr.socle.exchange.api;

import fr.socle.exchange.Answer.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the platform itself says no with: five digits, the first two of which are {@code 00}. Those
 * up to 00212 and 003xx, 00429 and 00015 are the contract's, with its meaning; those from 00220 on
 * are this house's own, one per reason. The texts are French only, as the contract's.
 */
enum Fault {
    TOKEN("00101", 401, "Interdit", "Le jeton n’est pas valide, ou manque.", "token"),
    TOKEN_EXPIRED("00103", 401, "Jeton expiré", "Le jeton a expiré.", "token"),
    TOKEN_REVOKED("00105", 401, "Jeton révoqué", "Le jeton a été révoqué.", "token"),
    TOKEN_WITHOUT_GROUND(
            "00106",
            401,
            "Jeton sans habilitation",
            "L’habilitation du jeton n’existe pas.",
            "token"),
    PRIVILEGES(
            "00100",
            403,
            "Privilèges insuffisants",
            "L’habilitation du jeton ne prévoit pas ces données. Ses droits se lisent à /privileges ou /api/introspect.",
            "token"),
    NETWORK(
            "00107",
            403,
            "Adresse non autorisée",
            "Ce jeton ne sert pas depuis cette adresse du réseau.",
            "token"),
    IDENTITY_SCOPES_MISSING(
            "00100",
            403,
            "Privilèges insuffisants",
            "Le service n’a pas obtenu l’identité pivot de la personne (identite_pivot, ou profile et birth).",
            "token"),
    DELEGATION_MISSING(
            "00100",
            403,
            "Privilèges insuffisants",
            "Aucune délégation en cours ne permet à cet éditeur d’agir pour ce destinataire.",
            "recipient"),
    CONTEXT(
            "00201",
            422,
            "Entité non traitable",
            "Le paramètre context est obligatoire.",
            "context"),
    OBJECT("00202", 422, "Entité non traitable", "Le paramètre object est obligatoire.", "object"),
    RECIPIENT_MISSING(
            "00203",
            422,
            "Entité non traitable",
            "Le paramètre recipient est obligatoire.",
            "recipient"),
    OBJECT_TOO_LONG(
            "00204",
            422,
            "Entité non traitable",
            "Le paramètre object a moins de 50 caractères.",
            "object"),
    RECIPIENT(
            "00210",
            422,
            "Entité non traitable",
            "Le paramètre recipient n’est pas un SIRET.",
            "recipient"),
    RECIPIENT_IS_SUBJECT(
            "00211",
            422,
            "Entité non traitable",
            "Le paramètre recipient est l’entreprise même sur laquelle porte la demande.",
            "recipient"),
    DELEGATION_AMBIGUOUS(
            "00212",
            422,
            "Entité non traitable",
            "Plusieurs délégations sont possibles : indiquez laquelle dans delegation_id.",
            "delegation_id"),
    SIREN("00301", 422, "Entité non traitable", "Le numéro SIREN n’est pas bien formé.", "siren"),
    SIRET("00302", 422, "Entité non traitable", "Le numéro SIRET n’est pas bien formé.", "siret"),
    PARAMETER("00309", 422, "Entité non traitable", "Un paramètre n’est pas bien formé.", null),
    CIVIL_STATUS(
            "00366",
            422,
            "Entité non traitable",
            "Ce paramètre d’état civil manque ou n’est pas bien formé.",
            null),
    CASE_UNKNOWN(
            "00220",
            403,
            "Dossier inconnu",
            "Aucun dossier connu ne justifie la demande pour cette personne et cette organisation.",
            null),
    CASE_NOT_VERIFIED(
            "00221",
            403,
            "Motif non vérifié",
            "L’habilitation exige un dossier vérifié, et non un motif seulement déclaré.",
            null),
    CASE_CLOSED("00222", 403, "Dossier clos", "Le dossier est déjà traité.", null),
    REQUESTER(
            "00223",
            403,
            "Demandeur non prévu",
            "L’habilitation ne prévoit pas ce demandeur.",
            null),
    RECIPIENT_NOT_COVERED(
            "00224",
            403,
            "Destinataire non habilité",
            "Le destinataire n’est pas l’organisation habilitée.",
            "recipient"),
    GROUND_REVOKED(
            "00225", 403, "Habilitation révoquée", "L’habilitation a été révoquée.", "token"),
    GROUND_EXPIRED(
            "00226",
            403,
            "Habilitation hors délai",
            "L’habilitation n’est pas valable ce jour.",
            "token"),
    AGENT_TOKEN(
            "00227",
            401,
            "Agent inconnu",
            "Le jeton d’accès de l’agent n’est pas valide, a expiré, ou n’est celui d’aucun agent connu.",
            "X-Socle-Agent"),
    AGENT_ELSEWHERE(
            "00228",
            403,
            "Agent non rattaché",
            "L’agent n’est pas, ou n’est plus, rattaché à l’organisation habilitée.",
            "X-Socle-Agent"),
    NOT_SERVED(
            "00404",
            404,
            "Adresse inconnue",
            "Aucun fournisseur ne répond ici à cette adresse.",
            null),
    UNDER_WAY(
            "00015",
            409,
            "Conflit",
            "La même demande est déjà en cours de traitement. Attendez-en la fin.",
            null),
    TOO_OFTEN(
            "00429",
            429,
            "Trop de requêtes",
            "Trop de requêtes ont été faites dans cette minute.",
            null),
    UNREACHABLE("00501", 504, "Erreur réseau", "Le fournisseur n’a pas pu être joint.", null),
    HOUSE_DOWN(
            "00001",
            503,
            "Service non disponible",
            "La plateforme ne peut pas répondre pour l’instant.",
            null);

    /** One answer for all of these: else numbers could be tried until one exists. */
    private static final Set<Reason> UNKNOWN =
            EnumSet.of(
                    Reason.DOSSIER_INCONNU,
                    Reason.AUTRE_ORGANISATION,
                    Reason.DOSSIER_D_UNE_AUTRE_PERSONNE,
                    Reason.AGENT_NON_CHARGE_DU_DOSSIER);

    final ApiError error;

    Fault(String code, int status, String title, String detail, @Nullable String parameter) {
        this.error = new ApiError(status, code, title, detail, parameter, "", 0);
    }

    /** What is wrong with the recipient of a call that names no right one. */
    static ApiError recipient(HttpServletRequest request) {
        var given = request.getParameter("recipient");
        return given == null || given.isBlank() ? RECIPIENT_MISSING.error : RECIPIENT.error;
    }

    /** What a caller may know of a refusal: the first that stands in its way, in this order. */
    static ApiError of(List<Reason> reasons) {
        var first =
                reasons.stream().anyMatch(UNKNOWN::contains)
                        ? reasons.stream().filter(Fault::aboutTheGround).findFirst()
                        : reasons.stream().findFirst();
        return first.map(Fault::of).orElse(CASE_UNKNOWN).error;
    }

    private static boolean aboutTheGround(Reason reason) {
        return !UNKNOWN.contains(reason) && reason != Reason.DOSSIER_CLOS;
    }

    private static Fault of(Reason reason) {
        return switch (reason) {
            case HABILITATION_INCONNUE -> TOKEN_WITHOUT_GROUND;
            case HABILITATION_REVOQUEE -> GROUND_REVOKED;
            case HABILITATION_EXPIREE -> GROUND_EXPIRED;
            case DESTINATAIRE_NON_COUVERT -> RECIPIENT_NOT_COVERED;
            case FINALITE_NON_COUVERTE, DONNEE_NON_COUVERTE -> PRIVILEGES;
            case DEMANDEUR_NON_COUVERT -> REQUESTER;
            case MOTIF_NON_VERIFIE, DOSSIER_PROTEGE -> CASE_NOT_VERIFIED;
            case DOSSIER_CLOS -> CASE_CLOSED;
            case AGENT_HORS_ORGANISATION -> AGENT_ELSEWHERE;
            case DOSSIER_INCONNU,
                    AUTRE_ORGANISATION,
                    DOSSIER_D_UNE_AUTRE_PERSONNE,
                    AGENT_NON_CHARGE_DU_DOSSIER ->
                    CASE_UNKNOWN;
        };
    }
}
