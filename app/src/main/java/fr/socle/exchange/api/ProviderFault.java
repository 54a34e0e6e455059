package fr.socle.exchange.api;

import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.dataset.DataSet.Source;

/** What a provider's failures are to a consumer: its prefix, then three digits of the contract. */
final class ProviderFault {

    private final Source source;

    private ProviderFault(Source source) {
        this.source = source;
    }

    /**
     * @param retryIn seconds
     */
    static ApiError of(Failure failure, Source source, long retryIn) {
        return new ProviderFault(source).of(failure, retryIn);
    }

    static ApiError notFound(Source source, boolean several) {
        var fault = new ProviderFault(source);
        return several
                ? fault.told(404, "015", "Plusieurs personnes correspondent.", 0)
                : fault.told(404, "003", "Le fournisseur ne connaît pas ce qui est demandé.", 0);
    }

    private ApiError of(Failure failure, long retryIn) {
        return switch (failure) {
            case NOT_HERE -> Fault.HOUSE_DOWN.error.retryIn(retryIn);
            case DOWN -> told(504, "001", "Le fournisseur est indisponible.", retryIn);
            case SLOW -> told(504, "002", "Le fournisseur n’a pas répondu à temps.", retryIn);
            case UNREACHABLE -> Fault.UNREACHABLE.error.retryIn(retryIn);
            case UNKNOWN_HOST ->
                    told(504, "004", "L’adresse du fournisseur n’existe pas.", retryIn);
            case FORBIDDEN_BY_LAW ->
                    told(451, "005", "La loi interdit au fournisseur de répondre.", 0);
            case KEEPS_US_OUT ->
                    told(502, "006", "Le fournisseur ne laisse pas entrer la plateforme.", retryIn);
            case BUSY -> told(504, "008", "Le fournisseur reçoit trop de demandes.", retryIn);
            case UNTRUSTED ->
                    told(502, "009", "Le certificat du fournisseur n’est pas le sien.", retryIn);
            case CLOSED -> told(503, "020", "Le fournisseur ne répond pas à cette heure.", retryIn);
            case LYING ->
                    told(
                            502,
                            "999",
                            "La réponse du fournisseur n’est pas celle de son contrat.",
                            0);
        };
    }

    private ApiError told(int status, String digits, String detail, long retryIn) {
        var title = status == 404 ? "Entité non trouvée" : "Erreur du fournisseur de données";
        return new ApiError(
                status, source.prefix() + digits, title, detail, null, source.name(), retryIn);
    }
}
