package fr.socle.identity.broker;

import fr.socle.identity.federation.Fault;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can go wrong between a provider and the federation, in the words of the person's page: one
 * fault, as a service knows it, has several causes that a person should tell apart.
 */
public enum UpstreamFault {
    /** Discovery, keys or the token: no answer, a late one, or an error of the provider's. */
    TOKEN_DOWN(Fault.PROVIDER_TOKEN, "down"),
    /** The same, but what it said or signed cannot be trusted. */
    TOKEN_LYING(Fault.PROVIDER_TOKEN, "lying"),
    /** It does not know the code that the browser brought, or does not know us. */
    TOKEN_REFUSED(Fault.PROVIDER_TOKEN, "refused"),
    USERINFO_DOWN(Fault.PROVIDER_USERINFO, "down"),
    USERINFO_LYING(Fault.PROVIDER_USERINFO, "lying"),
    /** It failed so often that it is left in peace for half a minute. */
    SPARED(Fault.PROVIDER_TOKEN, "spared"),
    DISABLED(Fault.PROVIDER_DISABLED, "disabled"),
    STATE_MISSING(Fault.STATE_MISSING, "state"),
    STATE_WRONG(Fault.STATE_WRONG, "state"),
    CODE_MISSING(Fault.CODE_MISSING, "lying"),

    INCOMPLETE(Fault.IDENTITY_INVALID, "incomplete"),
    /** An e-mail address of a domain that is not this provider's. */
    FOREIGN_EMAIL(Fault.AGENT_MAIL_DOMAIN, "foreign-email"),
    LOW_LEVEL(Fault.ACR_TOO_LOW, "low-level"),
    LEVEL_NOT_ALLOWED(Fault.ACR_NOT_OF_PROVIDER, "level-not-allowed"),

    REGISTRY_SINGLE_ECHO(Fault.REGISTRY_SINGLE_ECHO, "registry-echo"),
    REGISTRY_SEVERAL_ECHOES(Fault.REGISTRY_SEVERAL_ECHOES, "registry-echoes"),
    REGISTRY_MARITAL_NAME(Fault.REGISTRY_MARITAL_NAME, "registry-marital"),
    REGISTRY_NOT_FOUND(Fault.REGISTRY_NOT_FOUND, "registry-nobody"),
    REGISTRY_REJECTED(Fault.REGISTRY_REJECTED, "registry-rejected"),
    REGISTRY_TIMEOUT(Fault.REGISTRY_TIMEOUT, "registry-down"),
    REGISTRY_STATUS(Fault.REGISTRY_DOWN, "registry-down"),
    REGISTRY_FORMAT(Fault.REGISTRY_UNREADABLE, "registry-down"),
    REGISTRY_DECEASED(Fault.REGISTRY_DECEASED, "registry-deceased");

    private final Fault fault;
    private final String words;

    UpstreamFault(Fault fault, String words) {
        this.fault = fault;
        this.words = words;
    }

    /** The fault of this name, as links between our pages carry it. */
    public static Optional<UpstreamFault> of(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** As the service and its helpdesk know it. */
    public Fault fault() {
        return fault;
    }

    /** Message key of the page's title; {@code .what} tells what to do. */
    public String key() {
        return "identity.trouble." + words;
    }

    /** Whether it says that the other end failed, so that sparing it may help. */
    boolean ofTheOther() {
        return switch (this) {
            case TOKEN_DOWN, USERINFO_DOWN, REGISTRY_TIMEOUT, REGISTRY_STATUS, REGISTRY_FORMAT ->
                    true;
            default -> false;
        };
    }
}
