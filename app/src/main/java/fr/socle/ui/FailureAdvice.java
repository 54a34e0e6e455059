package fr.socle.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whatever a controller throws ends here. */
@ControllerAdvice
class FailureAdvice {

    private final FailureWriter writer;

    FailureAdvice(FailureWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void tell(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writer.write(thrown, request, response);
    }
}
