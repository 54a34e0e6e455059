package fr.socle.identity.federation;

/**
 * What can go wrong, in the numbering of FranceConnect: {@code Y}, two digits for the part, four
 * for the fault. Services and their helpdesks know these codes.
 */
public enum Fault {
    REGISTRY_SINGLE_ECHO("Y010004", "access_denied", 403, true),
    REGISTRY_SEVERAL_ECHOES("Y010006", "access_denied", 403, true),
    REGISTRY_MARITAL_NAME("Y010007", "access_denied", 403, true),
    REGISTRY_NOT_FOUND("Y010008", "access_denied", 403, true),
    REGISTRY_REJECTED("Y010009", "access_denied", 403, true),
    REGISTRY_TIMEOUT("Y010011", "temporarily_unavailable", 504, true),
    REGISTRY_DOWN("Y010012", "temporarily_unavailable", 504, true),
    REGISTRY_UNREADABLE("Y010013", "server_error", 400, true),
    REGISTRY_DECEASED("Y010015", "access_denied", 403, true),

    /** The shape of a request to sign an agent in (ProConnect). */
    AGENT_PARAMETERS("Y000400", "invalid_request", 400, false),

    PROVIDER_DISABLED("Y020017", "server_error", 500, true),
    PROVIDER_NOT_FOR_SERVICE("Y020023", "access_denied", 403, true),
    STATE_MISSING("Y020021", "invalid_request", 400, false),
    STATE_WRONG("Y020022", "invalid_request", 403, false),
    CODE_MISSING("Y020025", "server_error", 400, true),
    PROVIDER_TOKEN("Y020026", "server_error", 502, true),
    PROVIDER_USERINFO("Y020027", "server_error", 502, true),

    AUTHORIZE_PARAMETERS("Y030007", "invalid_request", 400, false),
    PERSON_GAVE_UP("Y030030", "access_denied", 400, true),
    IDP_HINT("Y030032", "invalid_idp_hint", 400, true),

    REDIRECT_URI("Y04C013C", "invalid_redirect_uri", 400, false),
    CLIENT_UNKNOWN("Y04EA6EF", "invalid_client", 400, false),

    ACR_TOO_LOW("Y100001", "server_error", 500, true),
    ACR_INVALID("Y100002", "invalid_acr", 400, true),
    IDENTITY_MISSING("Y100004", "access_denied", 403, true),
    AMR_NOT_ALLOWED("Y100009", "server_error", 400, false),
    PROVIDER_UNKNOWN("Y100010", "server_error", 400, false),
    PROVIDER_BLOCKED("Y100011", "access_denied", 403, true),
    CHECKTOKEN_REQUEST("Y100013", "invalid_request", 400, false),
    ACR_NOT_OF_PROVIDER("Y100018", "invalid_request", 400, true),

    PERSON_BLOCKED("Y180001", "access_denied", 403, true),
    SESSION_LOST("Y190001", "access_denied", 401, false),
    DATA_PROVIDER_UNKNOWN("Y330001", "invalid_client", 401, false),
    DATA_PROVIDER_SECRET("Y330002", "invalid_client", 401, false),
    STEP_UNEXPECTED("Y420001", "access_denied", 400, false),
    FORM_TOKEN_WRONG("Y470001", "server_error", 401, false),
    FORM_TOKEN_MISSING("Y470002", "server_error", 400, false),
    FORM_TOKEN_USED("Y470004", "server_error", 401, false),
    AGENT_SECTOR("Y500015", "access_denied", 403, true),
    AGENT_BLOCKED("Y500024", "access_denied", 403, true),
    AGENT_MAIL_DOMAIN("Y500027", "access_denied", 403, true),
    IDENTITY_INVALID("Y600006", "server_error", 400, true),
    REP_SCOPE("Y600020", "access_denied", 400, true);

    private final String code;
    private final String error;
    private final int status;
    private final boolean told;

    Fault(String code, String error, int status, boolean told) {
        this.code = code;
        this.error = error;
        this.status = status;
        this.told = told;
    }

    /** As pages and logs show it. */
    public String code() {
        return code;
    }

    /** As OAuth names it to the service. */
    public String error() {
        return error;
    }

    /** Of the page. */
    public int status() {
        return status;
    }

    /** Whether the service hears of it by redirect; else the person alone sees a page. */
    public boolean told() {
        return told;
    }
}
