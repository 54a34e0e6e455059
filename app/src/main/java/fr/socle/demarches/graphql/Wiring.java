package fr.socle.demarches.graphql;

import fr.socle.demarches.graphql.read.DemarcheView;
import fr.socle.demarches.graphql.read.DossierView;
import fr.socle.demarches.graphql.read.GroupeView;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Shape;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Binds the schema of the contract to what is read and done. */
final class Wiring {

    private static final List<String> INTERFACES =
            List.of("Champ", "ChampDescriptor", "Column", "Demandeur", "GeoArea");

    /** By its own name, every field is read from the view by the method of the same name. */
    private static final WiringFactory BY_NAME =
            new WiringFactory() {
                @Override
                public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment field) {
                    return new ViewFetcher(field.getFieldDefinition().getName());
                }
            };

    private static final TypeResolver BY_SHAPE =
            it -> {
                Shape shape = it.getObject();
                return Objects.requireNonNull(it.getSchema().getObjectType(shape.type()));
            };

    /** What does a mutation of this name. */
    @FunctionalInterface
    interface Acting {
        Object run(String name, Reading reading, Map<String, Object> input);
    }

    private Wiring() {}

    static GraphQLSchema schema(Acting mutations) {
        var types = new SchemaParser().parse(StoredQueries.read("schema.graphqls"));
        var wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(BY_NAME);
        Scalars.all().forEach(wiring::scalar);
        INTERFACES.forEach(it -> wiring.type(it, type -> type.typeResolver(BY_SHAPE)));
        wiring.type("Query", Wiring::query)
                .type("Mutation", it -> mutation(it, names(types), mutations))
                .type("Demarche", Wiring::demarche)
                .type("GroupeInstructeurWithDossiers", Wiring::groupe)
                .type("Dossier", Wiring::dossier);
        return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    }

    static Reading reading(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.getGraphQlContext().get(Reading.class));
    }

    private static TypeRuntimeWiring.Builder query(TypeRuntimeWiring.Builder query) {
        return query.dataFetcher("demarche", it -> reading(it).demarche(number(it)))
                .dataFetcher("dossier", it -> reading(it).dossier(number(it)))
                .dataFetcher("groupeInstructeur", it -> reading(it).groupe(number(it)))
                .dataFetcher("demarcheDescriptor", Wiring::descriptor);
    }

    private static int number(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.<Integer>getArgument("number"));
    }

    private static Object descriptor(DataFetchingEnvironment field) {
        Map<String, Object> wanted = Objects.requireNonNull(field.getArgument("demarche"));
        return reading(field).descriptor(Reading.number(wanted));
    }

    private static TypeRuntimeWiring.Builder demarche(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("dossiers", with(DemarcheView.class, DemarcheView::dossiers))
                .dataFetcher(
                        "deletedDossiers", with(DemarcheView.class, DemarcheView::deletedDossiers))
                .dataFetcher(
                        "pendingDeletedDossiers",
                        with(DemarcheView.class, DemarcheView::pendingDeletedDossiers))
                .dataFetcher(
                        "groupeInstructeurs",
                        with(DemarcheView.class, DemarcheView::groupeInstructeurs));
    }

    private static TypeRuntimeWiring.Builder groupe(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("dossiers", with(GroupeView.class, GroupeView::dossiers))
                .dataFetcher("deletedDossiers", with(GroupeView.class, GroupeView::deletedDossiers))
                .dataFetcher(
                        "pendingDeletedDossiers",
                        with(GroupeView.class, GroupeView::pendingDeletedDossiers));
    }

    private static TypeRuntimeWiring.Builder dossier(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("champs", with(DossierView.class, DossierView::champs))
                .dataFetcher("annotations", with(DossierView.class, DossierView::annotations))
                .dataFetcher("avis", with(DossierView.class, DossierView::avis))
                .dataFetcher("messages", with(DossierView.class, DossierView::messages));
    }

    /** Of every mutation of the contract. */
    static List<String> names(TypeDefinitionRegistry types) {
        return types
                .getType("Mutation", ObjectTypeDefinition.class)
                .orElseThrow()
                .getFieldDefinitions()
                .stream()
                .map(FieldDefinition::getName)
                .toList();
    }

    private static TypeRuntimeWiring.Builder mutation(
            TypeRuntimeWiring.Builder type, List<String> names, Acting mutations) {
        names.forEach(
                name ->
                        type.dataFetcher(
                                name,
                                it ->
                                        mutations.run(
                                                name,
                                                reading(it),
                                                Objects.requireNonNull(it.getArgument("input")))));
        return type;
    }

    /** A field with arguments. */
    private static <V> DataFetcher<@Nullable Object> with(
            Class<V> view, BiFunction<V, Map<String, Object>, Object> read) {
        return it -> read.apply(view.cast(it.getSource()), it.getArguments());
    }
}
