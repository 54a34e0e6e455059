package fr.socle.identity.operator.web;

import fr.socle.identity.operator.PersonBlocked;
import fr.socle.ui.Page;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a person who is shut out is told, wherever her sign-in ends. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BlockedAdvice {

    @ExceptionHandler
    Page shutOut(PersonBlocked blocked) {
        return new BlockedPage(String.valueOf(blocked.getMessage()));
    }
}
