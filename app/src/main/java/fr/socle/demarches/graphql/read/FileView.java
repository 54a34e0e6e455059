package fr.socle.demarches.graphql.read;

import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceState;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A file, with a link that expires.
 *
 * @param checksum SHA-256 of the content, in base64
 * @param virusScanResult {@code safe} only where a scanner found nothing
 */
public record FileView(
        String filename,
        String contentType,
        String checksum,
        long byteSizeBigInt,
        String url,
        Instant createdAt,
        String virusScanResult) {

    static FileView of(Piece piece, String url) {
        return new FileView(
                piece.name(),
                piece.type(),
                base64(HexFormat.of().parseHex(piece.sha256())),
                piece.size(),
                url,
                piece.depositedAt(),
                scan(piece.state()));
    }

    static FileView pdf(String name, ContractStore.Paper paper, String url, Instant at) {
        return new FileView(
                name, "application/pdf", base64(paper.sha256()), paper.size(), url, at, "safe");
    }

    /** Of the few files beyond two gigabytes, the greatest number that the contract can say. */
    public int byteSize() {
        return (int) Math.min(byteSizeBigInt, Integer.MAX_VALUE);
    }

    private static String scan(PieceState state) {
        return switch (state) {
            case PieceState.Saine _ -> "safe";
            case PieceState.Infectee _ -> "infected";
            case PieceState.EnAttente _, PieceState.NonAnalysee _, PieceState.Purgee _ -> "pending";
        };
    }

    private static String base64(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest);
    }
}
