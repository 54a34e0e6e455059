package fr.socle.e2e;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of {@link InBrowser} their browser, one for the whole run, or skips them. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    private static final String WHY =
            "no Chromium on this machine: name one in the variable CHROMIUM, or install one";

    /** A class stays enabled, so that each of its tests is counted as skipped. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty() || Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is found, or none is needed yet");
        }
        context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        "told",
                        _ -> {
                            System.out.println("Browser tests are skipped: " + WHY + ".");
                            return true;
                        });
        return ConditionEvaluationResult.disabled(WHY);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visits.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var theatre =
                context.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent("theatre", _ -> new Theatre(), Theatre.class);
        return context.getStore(OURS)
                .computeIfAbsent("visits", _ -> new Visits(theatre), Visits.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visits = context.getStore(OURS).get("visits", Visits.class);
        if (visits != null) {
            visits.finish(context.getExecutionException().isPresent());
        }
    }
}
