using Mentoring.ArchitectureTests;
using Mentoring.IntegrationTests.Access;
using Mentoring.IntegrationTests.Accounts;
using Mentoring.IntegrationTests.Contract;
using Mentoring.IntegrationTests.Figures;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Logging;
using Mentoring.IntegrationTests.Mentees;
using Mentoring.IntegrationTests.Mentors;
using Mentoring.IntegrationTests.Orders;
using Mentoring.IntegrationTests.Pipeline;
using Mentoring.IntegrationTests.Programs;
using Mentoring.IntegrationTests.Requests;
using Mentoring.IntegrationTests.Schema;
using Mentoring.IntegrationTests.Walls;
using Mentoring.IntegrationTests.Work;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.IntegrationTests.Attack;

/// <summary>Tests of the product, and its own checks, as they are run against a broken one.</summary>
internal static class Guards
{
    /// <summary>Nothing to run: the server does not start, or it does.</summary>
    public static readonly Guard Start = new("the start", _ => Task.CompletedTask);

    public static readonly Guard Matrix = new(
        "the authorization matrix",
        async app =>
        {
            // Two roles over the operations about people are enough to see a door that stands open.
            var operations = await ContractOperation.Read(app);
            var (cells, wrong) = await AuthorizationMatrixTests.Wrong(
                app,
                operations.Where(o => o.Id is "listPeople" or "listMentors" or "changeSetting"),
                Mentoring.Platform.MentoringRoles.Catalog.All.Where(r => r.Code is "mentor" or "curator")
            );
            wrong.ShouldBeEmpty();
            cells.ShouldBeGreaterThan(20);
        }
    );

    public static readonly Guard Table = new(
        "the access table",
        app =>
            new AuthorizationMatrixTests(
                app,
                TestContext.Current.TestOutputHelper!
            ).The_table_has_a_row_for_every_operation_and_no_other()
    );

    public static readonly Guard Validation = new(
        "fields that are too long",
        app => new BadRequestTests(app).A_broken_field_is_named_by_a_pointer_with_its_code()
    );

    public static readonly Guard Audit = new(
        "the audit log",
        app => new AuditTests(app).A_write_leaves_who_did_what_to_which_thing()
    );

    public static readonly Guard AuditOfReads = new(
        "who has read a document",
        app => new OrderChainTests(app).Who_has_read_a_document_is_on_record_and_who_was_refused_is_not()
    );

    public static readonly Guard Idempotency = new(
        "a repeated request",
        app => new MentorTests(app).A_repeated_request_gets_the_first_answer_and_makes_nobody_twice()
    );

    public static readonly Guard RollUps = new(
        "roll-ups against a recount",
        app => new RollUpTests(app).Whoever_enters_the_bank_is_counted_on_all_levels()
    );

    public static readonly Guard Rollback = new(
        "a refused request",
        app => new MenteeTests(app).A_refused_mentee_leaves_nobody_behind()
    );

    public static readonly Guard Versions = new(
        "If-Match",
        app => new MentorTests(app).A_decision_on_a_version_that_is_no_more_is_refused()
    );

    public static readonly Guard Constraints = new(
        "a constraint's refusal",
        app => new ProgramChainTests(app).A_pair_has_one_program_that_is_not_over()
    );

    public static readonly Guard OwnRows = new(
        "two schools' lists",
        app => new OwnRowsTests(app).Each_school_lists_its_own_people()
    );

    public static readonly Guard DueWork = new(
        "work that is due",
        app => new DueWorkTests(app).What_a_change_causes_is_done_without_a_failure()
    );

    public static readonly Guard Addresses = new(
        "tenants beside the address",
        app => new AnswerShapeTests(app).No_request_names_a_tenant_beside_the_address()
    );

    public static readonly Guard Entities = new(
        "entities in answers",
        app =>
        {
            new AnswerShapeTests(app).No_answer_is_made_of_entities();
            return Task.CompletedTask;
        }
    );

    public static readonly Guard Shapes = new(
        "answers against the contract",
        app => new AnswerShapeTests(app).What_is_answered_is_what_the_contract_says()
    );

    public static readonly Guard Filters = new(
        "the tenant in the model",
        app => new DriftTests(app).Every_table_of_a_tenant_is_filtered_by_the_tenant_in_the_model_too()
    );

    public static readonly Guard Columns = new(
        "the model against the schema",
        app => new DriftTests(app).Every_mapped_column_exists_with_its_type_and_every_required_column_is_mapped()
    );

    public static readonly Guard Logs = new("names in logs", LogTests.NamesNobody);

    public static readonly Guard Antiforgery = new(
        "the antiforgery token",
        app => new SignInTests(app).A_write_without_the_antiforgery_token_is_refused()
    );

    public static readonly Guard Passwords = new(
        "wrong passwords",
        app => new SignInTests(app).A_wrong_password_and_an_unknown_login_look_the_same()
    );

    /// <summary>The rules over source files, on the product's files and what the fault adds to them.</summary>
    public static Guard Sources(string? added) =>
        new(
            "rules over source files",
            _ =>
            {
                SourceFile[] files =
                [
                    .. ArchitectureTests.Sources.Product,
                    .. added is null ? [] : new[] { new SourceFile("src/Mentoring.Platform/Rogue.cs", added) },
                ];
                files.Length.ShouldBeGreaterThan(50);
                SourceRules.Calling(files, "IgnoreQueryFilters", "").ShouldBeEmpty();
                SourceRules.LeavingSomethingOnConnections(files).ShouldBeEmpty();
                return Task.CompletedTask;
            }
        );

    /// <summary>The catalog check, on the database after this change of it, which is taken back.</summary>
    public static Guard Catalog(string? sql) =>
        new(
            "the catalog check",
            async app =>
            {
                await using var connection = new NpgsqlConnection(app.Database.Superuser);
                await connection.OpenAsync();
                // Logins are the whole server's: nobody else may see them without their limits.
                await using var transaction = await connection.BeginTransactionAsync();
                if (sql is not null)
                {
                    await using var change = new NpgsqlCommand(sql, connection, transaction);
                    await change.ExecuteNonQueryAsync();
                }
                (await CatalogCheck.Run(connection, TestContext.Current.CancellationToken)).ShouldBeEmpty();
            }
        );

    /// <summary>Each of them passes on the product as it is.</summary>
    public static IReadOnlyList<Guard> All =>
        [
            Start,
            Matrix,
            Table,
            Validation,
            Audit,
            AuditOfReads,
            Idempotency,
            RollUps,
            Rollback,
            Versions,
            Constraints,
            OwnRows,
            DueWork,
            Addresses,
            Entities,
            Shapes,
            Filters,
            Columns,
            Logs,
            Antiforgery,
            Passwords,
            Sources(null),
            Catalog(null),
        ];
}
