package fr.socle.demarches.graphql.write;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.Facts;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Copies a procedure of the organisation: its facts and its draft, under a new name. */
@Component
class Clones {

    private final DemarcheBuilder builder;
    private final Mandates mandates;

    Clones(DemarcheBuilder builder, Mandates mandates) {
        this.builder = builder;
        this.mandates = mandates;
    }

    /** Groups and labels stay with the original: they are about its dossiers. */
    @Transactional
    public Payload cloner(Reading reading, Map<String, Object> input) {
        var number = Reading.number(Groups.map(input.get("demarche")));
        var original = reading.demarche(number).demarche().fiche();
        var wanted = Mandates.text(input, "title").strip();
        if (wanted.length() > Facts.LONGEST_TITLE) {
            return mandates.refused("demarches.api.title.long", Facts.LONGEST_TITLE);
        }
        var facts = titled(original.facts(), wanted);
        var actor = Actor.of(mandates.maker(reading));
        return switch (builder.create(
                actor, original.organisation(), DemarcheId.fresh(), "", facts)) {
            case Change.Done<Demarche>(var made) -> {
                builder.redraft(
                        made.id(),
                        original.draft(),
                        original.habilitations(),
                        made.fiche().version());
                yield Payload.done("demarche", reading.made(made.id()));
            }
            case Change.Refused<Demarche>(_, var why) -> Payload.refused(mandates.told(why));
            case Change.Stale<Demarche> _, Change.Unknown<Demarche> _ ->
                    throw new IllegalStateException("a new procedure is nobody else's");
        };
    }

    /**
     * @param title empty: that of the original
     */
    private static Facts titled(Facts facts, String title) {
        return title.isEmpty()
                ? facts
                : new Facts(
                        title,
                        facts.description(),
                        facts.audience(),
                        facts.cadreJuridique(),
                        facts.services(),
                        facts.attestation(),
                        facts.retentionMonths(),
                        facts.minutes());
    }
}
