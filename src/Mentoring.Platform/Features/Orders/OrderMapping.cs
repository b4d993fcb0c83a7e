using System.Text.Json;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Documents;
using Mentoring.Platform.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

internal static class OrderMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Order>(e =>
        {
            e.ToTable("head_order");
            e.HasKey(o => new { o.TenantId, o.Id });
            e.Property(o => o.Kind).HasConversion<EnumText<OrderKind>>();
            e.Property(o => o.State).HasConversion<EnumText<OrderState>>();
            e.Property(o => o.Text)
                .HasColumnType("jsonb")
                .HasConversion(
                    text => JsonSerializer.Serialize(text, WireJson.Answers),
                    json => JsonSerializer.Deserialize<OrderText>(json, WireJson.Answers)!
                );
            e.RefersTo<Order, SealedDocument>(o => new { o.TenantId, o.DocumentId });
            e.HasMany(o => o.Pairs).WithOne().HasForeignKey(p => new { p.TenantId, p.OrderId });
            e.HasMany(o => o.Acknowledgments).WithOne().HasForeignKey(a => new { a.TenantId, a.OrderId });
        });
        model.Entity<OrderedPair>(e =>
        {
            e.HasKey(p => new
            {
                p.TenantId,
                p.OrderId,
                p.PairId,
            });
            e.RefersTo<OrderedPair, MentoringTeam>(p => new { p.TenantId, p.PairId });
        });
        model.Entity<OrderAcknowledgment>(e =>
        {
            e.HasKey(a => new
            {
                a.TenantId,
                a.OrderId,
                a.PersonId,
            });
            e.RefersTo<OrderAcknowledgment, Person>(a => new { a.TenantId, a.PersonId });
        });
        model.Entity<OrderSeries>(e => e.HasKey(s => new { s.TenantId, s.Year }));
    }
}
