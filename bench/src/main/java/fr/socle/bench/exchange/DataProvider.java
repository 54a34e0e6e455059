package fr.socle.bench.exchange;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** An administration that gives the same family quotient of everyone, in a process of its own. */
final class DataProvider {

    static final String SECRET = "un secret du banc de mesure, connu de tous";

    private static final int BACKLOG = 512;

    /** One of its own scenarios: four times what is granted. */
    private static final byte[] ANSWER =
            """
            {"data":{"allocataires":[{"nom_naissance":"FICTIF","nom_usage":null,"prenoms":"ARIANE","date_naissance":"1986-09-17","sexe":"F"}],
             "enfants":[{"nom_naissance":"FICTIF","nom_usage":null,"prenoms":"NOAM","date_naissance":"2018-01-10","sexe":"M"},
                        {"nom_naissance":"FICTIF","nom_usage":null,"prenoms":"LOU","date_naissance":"2020-03-15","sexe":"F"}],
             "adresse":{"destinataire":"Madame FICTIF ARIANE","complement_information":null,"complement_information_geographique":null,
                        "numero_libelle_voie":"1 RUE INVENTEE","lieu_dit":null,"code_postal_ville":"33000 BORDEAUX","pays":"FRANCE"},
             "quotient_familial":{"fournisseur":"CNAF","valeur":742,"annee":2026,"mois":10,"annee_calcul":2026,"mois_calcul":10}},
             "links":{},"meta":{}}
            """
                    .getBytes(StandardCharsets.UTF_8);

    private DataProvider() {}

    /**
     * @param args the port
     */
    public static void main(String[] args) throws Exception {
        // because without it every answer waits for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        var server = HttpServer.create(address, BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, ANSWER.length);
                    exchange.getResponseBody().write(ANSWER);
                    exchange.close();
                });
        server.start();
    }
}
