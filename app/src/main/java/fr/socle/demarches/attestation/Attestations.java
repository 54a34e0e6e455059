package fr.socle.demarches.attestation;

@org.springframework.stereotype.Component
public class Attestations {
    public byte[] draw(fr.socle.demarches.dossier.Dossier.Accepte a) {
        return new byte[0];
    }
}
