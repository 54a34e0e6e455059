package fr.socle.ui;

import fr.socle.ui.access.ForUsager;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Asks every handler whom it answers. One that declares nothing answers nobody. */
@Component
class AccessInterceptor implements HandlerInterceptor {

    /** Whether each handler answers everybody: looking through its class takes longer than that. */
    private final Map<Method, Boolean> open = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            check(method, Visitors.of(request));
            return true;
        }
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        throw new NotAllowed("a handler that declares no access: " + handler);
    }

    private void check(HandlerMethod method, Visitor visitor) {
        if (open.computeIfAbsent(method.getMethod(), _ -> isOpen(method))) {
            return;
        }
        if (visitor instanceof Visitor.Anonymous || isAgentAtUsagersDoor(method, visitor)) {
            throw new SignInNeeded();
        }
        var required = declared(method, Requires.class);
        if (required.isPresent() && visitor.holds(new Right(required.get().value()))) {
            return;
        }
        if (required.isPresent() || !answers(method, visitor)) {
            throw new NotAllowed(method.getShortLogMessage());
        }
    }

    private static boolean isOpen(HandlerMethod method) {
        return isFramework(method) || declared(method, Public.class).isPresent();
    }

    /** An agent is a usager too, once he signs in as one. */
    private static boolean isAgentAtUsagersDoor(HandlerMethod method, Visitor visitor) {
        return visitor instanceof Visitor.Agent && declared(method, ForUsager.class).isPresent();
    }

    private static boolean answers(HandlerMethod method, Visitor visitor) {
        return switch (visitor) {
            case Visitor.Anonymous _ -> false;
            case Visitor.Agent _ -> declared(method, SignedIn.class).isPresent();
            case Visitor.Usager _ -> declared(method, ForUsager.class).isPresent();
        };
    }

    /**
     * The description of the API and the list of an address's methods (OPTIONS), which are for
     * everyone.
     */
    private static boolean isFramework(HandlerMethod method) {
        var type = method.getBeanType();
        return type.getName().startsWith("org.springdoc.")
                || type.getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
    }

    private static <A extends Annotation> Optional<A> declared(
            HandlerMethod method, Class<A> annotation) {
        return Optional.ofNullable(method.getMethodAnnotation(annotation))
                .or(
                        () ->
                                Optional.ofNullable(
                                        AnnotatedElementUtils.findMergedAnnotation(
                                                method.getBeanType(), annotation)));
    }
}
