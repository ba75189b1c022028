using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Plannen;

/// <summary>A firm writes its development plan from the report of its scan, and fixes it once. As a PDF it goes with the application or the
/// declaration.</summary>
public static class Plannenmaken
{
    public sealed record Vaststelling;

    /// <param name="Vastgesteld">Whether it is fixed; else it is a draft, or was only begun from the report and is stored nowhere.</param>
    /// <param name="Hash">SHA-256 of the plan that was fixed.</param>
    public sealed record Planbeeld(string Scan, Ontwikkelplan Plan, bool Vastgesteld, string? Hash = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scans/{scan}/plan", Toon)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Planbeeld>();
        api.MapPut("/scans/{scan}/plan", Bewaar)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Planbeeld>();
        api.MapPost("/scans/{scan}/plan/vaststelling", StelVast)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .BindtOnderneming()
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Toon(
        string scan,
        Stroom<Scan> scans,
        Rapportlezer lezer,
        Interventieboek interventies,
        Werkeenheid<LeercultuurscansContext> eenheid,
        CancellationToken ct
    )
    {
        var (beeld, weigering) = await Lees(scan, scans, lezer, interventies, eenheid, ct);
        return beeld is null ? weigering ?? Weigering.NietGevonden(scan) : Uitkomst.Ok(beeld);
    }

    /// <summary>The plan as it stands: fixed, a draft, or begun from the report.</summary>
    internal static async Task<(Planbeeld? Beeld, Weigering? Weigering)> Lees(
        string scan,
        Stroom<Scan> scans,
        Rapportlezer lezer,
        Interventieboek interventies,
        Werkeenheid<LeercultuurscansContext> eenheid,
        CancellationToken ct
    )
    {
        var (stand, rapport, weigering) = await lezer.Lees(scan, scans, ct);
        if (stand is null || rapport is null)
        {
            return (null, weigering);
        }
        if (stand.Plan is { } vast)
        {
            return await eenheid.Lees<Ontwikkelplan>(vast, ct) is { } plan
                ? (new Planbeeld(scan, plan, true, vast.Hash), null)
                : (null, Weigering.NietGevonden(scan));
        }
        var concept = await eenheid.Sessie.LoadAsync<Planconcept>(scan, ct);
        return (new Planbeeld(scan, concept?.Plan ?? Ontwikkelplan.Begin(rapport, await interventies.Alle(ct)), false), null);
    }

    private static async Task<Uitkomst> Bewaar(
        string scan,
        Ontwikkelplan plan,
        Stroom<Scan> scans,
        Rapportlezer lezer,
        Werkeenheid<LeercultuurscansContext> eenheid,
        CancellationToken ct
    )
    {
        var (stand, _, weigering) = await lezer.Lees(scan, scans, ct);
        if (stand is null)
        {
            return weigering ?? Weigering.NietGevonden(scan);
        }
        if (stand.Plan is not null)
        {
            return AlVast;
        }
        if (plan.Controleer(af: false) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        eenheid.Sessie.Store(new Planconcept(scan, stand.KvkNummer, plan));
        return Uitkomst.Ok(new Planbeeld(scan, plan, false));
    }

    private static async Task<Uitkomst> StelVast(
        string scan,
        Vaststelling _,
        Stroom<Scan> scans,
        Rapportlezer lezer,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var concept = await eenheid.Sessie.LoadAsync<Planconcept>(scan, ct);
        var (_, rapport, _) = await lezer.Lees(scan, scans, ct);
        IReadOnlyList<string> prioriteiten = [.. (rapport?.Prioriteiten ?? []).Select(p => p.Dimensie)];
        return await scans.Schrijf(
            scan,
            stand => Beslis(stand, concept?.Plan, prioriteiten, plan => eenheid.Bewaar(stand.Eigenaar, plan), nu),
            ct
        );
    }

    /// <param name="plan">The draft; null when nothing was stored.</param>
    /// <param name="prioriteiten">Of the report.</param>
    public static Beslissing Beslis(
        Scan scan,
        Ontwikkelplan? plan,
        IReadOnlyList<string> prioriteiten,
        Func<Ontwikkelplan, Verwijzing> bewaar,
        Instant nu
    )
    {
        if (scan.Rapport is null)
        {
            return Weigering.Van("geen-rapport", "Deze scan heeft nog geen rapport. Sluit haar eerst; daarna maakt u het plan.");
        }
        if (scan.Plan is not null)
        {
            return Beslissing.Geen;
        }
        if (plan is null)
        {
            return Weigering.Van("geen-plan", "U hebt nog geen plan bewaard. Vul het in en bewaar het; daarna stelt u het vast.");
        }
        return plan.Controleer(af: true, prioriteiten) is { Count: > 0 } fouten
            ? Weigering.Invoer(fouten)
            : new OntwikkelplanVastgesteld(bewaar(plan), nu);
    }

    private static Weigering AlVast => Weigering.Van("plan-vastgesteld", "Dit plan is vastgesteld en verandert niet meer.");
}
