using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Orders;

public static class OrdersFeature
{
    public static readonly Feature Feature = new("orders")
    {
        Services = Services,
        Model = OrderMapping.Configure,
        Routes = api =>
        {
            var orders = api.Organization.MapGroup("/orders");
            orders.MapDraftPairOrder();
            orders.MapListOrders();
            orders.MapGetOrder();
            orders.MapEditOrder();
            orders.MapSignOrder();
            orders.MapAcknowledgeOrder();
            orders.MapGetOrderDocument();
            orders.MapCancelOrder();
            orders.MapRevokeOrder();
        },
    };

    private static void Services(IServiceCollection services)
    {
        services.AddScoped<OrderNumbers>();
        services.AddScoped<OrganizationOfOrders>();
        services.AddSingleton(new ConstraintError("head_order_number", OrderErrors.NumberTaken));
        services.AddSingleton(new ConstraintError("ordered_pair_live", OrderErrors.PairInAnotherOrder));
    }
}
