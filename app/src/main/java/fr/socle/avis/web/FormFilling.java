package fr.socle.avis.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** A form of a service, filled on a page of this house or in a frame on another's. */
@Component
class FormFilling {

    private final OpinionForm form;
    private final OpenDoor door;
    private final Remarks remarks;

    FormFilling(OpinionForm form, OpenDoor door, Remarks remarks) {
        this.form = form;
        this.door = door;
        this.remarks = remarks;
    }

    Page ask(Filled asked, Step wanted) {
        if (!asked.mayBegin()) {
            return new ClosedFormPage(asked.judged(), asked.place().sites());
        }
        return switch (asked.form().template()) {
            case REMARQUES -> RemarkPage.of(asked, Form.blank());
            case AVIS -> form.show(asked.place(), asked.about(), wanted);
        };
    }

    Object give(
            Filled asked, MultiValueMap<String, String> parameters, HttpServletRequest request) {
        if (!asked.mayBegin()) {
            return new ClosedFormPage(asked.judged(), asked.place().sites());
        }
        return switch (asked.form().template()) {
            case REMARQUES -> remarks.keep(asked, Form.of(parameters), request);
            case AVIS -> door.keep(asked.place(), asked.about(), parameters, request);
        };
    }
}
