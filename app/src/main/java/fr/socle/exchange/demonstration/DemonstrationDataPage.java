package fr.socle.exchange.demonstration;

import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.CodePays;
import fr.socle.kernel.Cog;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What the made-up providers know, and how they behave. */
public record DemonstrationDataPage(List<Line> providers, List<MadeUpPerson> persons, Form form)
        implements Page {

    /** A provider and its present behaviour. */
    public record Line(String code, String name, Mode mode) {}

    public static List<Option> modes(Frame frame) {
        return Arrays.stream(Mode.values())
                .map(it -> Option.of(it.code(), frame.t("exchange.mode." + it.code())))
                .toList();
    }

    /** A whole day, or what is known of it: {@code 08/1974}, {@code 1962}. */
    public static String born(Frame frame, MadeUpPerson person) {
        var date = person.birthDate();
        if (!date.contains("-00")) {
            return frame.words().day(LocalDate.parse(date));
        }
        return date.contains("-00-")
                ? date.substring(0, 4)
                : date.substring(5, 7) + "/" + date.substring(0, 4);
    }

    /** The commune by its name, or the country of who was born abroad. */
    public static String birthPlace(MadeUpPerson person) {
        return person.commune().isEmpty()
                ? new CodePays(person.country()).nom()
                : Cog.commune(new CodeCommune(person.commune())).nom();
    }

    /** The present behaviour is chosen until another one was typed. */
    public Form form(Line line) {
        var name = "comportement-" + line.code();
        return form.typed(name).isEmpty()
                ? Form.blank(java.util.Map.of(name, line.mode().code()))
                : form;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
