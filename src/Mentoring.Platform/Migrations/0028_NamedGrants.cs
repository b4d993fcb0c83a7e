using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Says for each table which login may do what; who acts above schools has no rights to their tables.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0028_NamedGrants")]
internal sealed class NamedGrants : Migration
{
    private static readonly string[] tenant =
    [
        "duty_consent",
        "head_order",
        "legal_representation",
        "meeting",
        "mentee_profile",
        "mentor_profile",
        "mentoring_program",
        "mentoring_team",
        "order_acknowledgment",
        "order_series",
        "ordered_pair",
        "person",
        "personal_data_consent",
        "program_change",
        "team_member",
    ];

    private static readonly string[] appendOnly =
    [
        "contract_addendum",
        "document",
        "program_agreement",
        "program_edition",
    ];

    private static readonly string[] full = ["mentee_request", "plan_activity"];

    private static readonly string[] downward =
    [
        "mentoring_form",
        "mentoring_kind",
        "reference_item",
        "role_model",
        "setting",
    ];

    private static readonly string[] upward = ["headcount", "organization_profile"];

    private static readonly string[] rollUps =
    [
        "figures_check",
        "figures_drift",
        "tenant_figures",
        "work_run",
        "work_tally",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        string[] inSchools = [Logins.School, Logins.Work];
        var read = TableGrants.ReadBy(Logins.InTenants);
        foreach (var table in tenant)
            migrationBuilder.Name(table, "tenant", TableGrants.Of(Writes.NoDelete, inSchools));
        foreach (var table in appendOnly)
            migrationBuilder.Name(table, "tenant", TableGrants.Of(Writes.AppendOnly, inSchools));
        foreach (var table in full)
            migrationBuilder.Name(table, "tenant", TableGrants.Of(Writes.Full, inSchools));
        // What every request leaves, at whatever level; jobs take away what is old.
        migrationBuilder.Name("audit_entry", "tenant", TableGrants.Of(Writes.AppendOnly, Logins.InTenants));
        migrationBuilder.Name(
            "idempotency_record",
            "tenant",
            TableGrants.Of(Writes.NoDelete, Logins.InTenants).And(Writes.Full, Logins.Work)
        );
        foreach (var table in downward)
            migrationBuilder.Name(table, "downward", TableGrants.Of(Writes.NoDelete, Logins.InTenants));
        migrationBuilder.Name("hidden_coverage", "downward", read.And(Writes.Full, Logins.Work));
        foreach (var table in upward)
            migrationBuilder.Name(table, "upward", read.And(Writes.NoDelete, inSchools));
        foreach (var table in rollUps)
            migrationBuilder.Name(table, "rollup", read.And(Writes.Full, Logins.Work));
    }
}
