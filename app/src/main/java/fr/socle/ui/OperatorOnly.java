package fr.socle.ui;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Metrics and internals are for who holds {@code ui.observer}. */
enum OperatorOnly implements AuthorizationManager<RequestAuthorizationContext> {
    INSTANCE;

    static final Right OBSERVE = new Right("ui.observer");

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(Visitors.of(context.getRequest()).holds(OBSERVE));
    }
}
