using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// What applications can be found by, for the context that searches: names and the plan as the applicant wrote them. No amounts, no account, and
/// nothing of a draft.
/// </summary>
public static class Zoekteksten
{
    private const int Meeste = 100;

    public sealed record Zaakteksten(string Zaaknummer, IReadOnlyList<Tekst> Teksten);

    /// <param name="Soort"><c>naam</c>, <c>partij</c>, <c>plan</c> or <c>activiteiten</c>.</param>
    /// <param name="Kenmerk">The KVK number of a party; empty of the rest.</param>
    public sealed record Tekst(string Soort, string Kenmerk, string Inhoud);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvraagteksten", Voer).Voor(Rol.Dienst).Geeft<IReadOnlyList<Zaakteksten>>();

    /// <param name="zaken">Case numbers with commas between; what was not submitted is left out, and of what was destroyed nothing is given.</param>
    private static async Task<Uitkomst> Voer(string zaken, Werkeenheid<AanvragenContext> eenheid, CancellationToken ct)
    {
        string[] nummers = [.. zaken.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (nummers.Length > Meeste)
        {
            return Weigering.Invoer(new Fout("zaken", $"Noem ten hoogste {Meeste} zaken tegelijk."));
        }
        var aanvragen = (await eenheid.Sessie.LoadManyAsync<Aanvraag>(ct, nummers)).Where(a => a.Ingediend is not null).ToList();
        var formulieren = await Inhouden.Lees(eenheid.Sessie, aanvragen.Select(a => a.Inhoud), ct);
        return Uitkomst.Ok(
            aanvragen
                .Select(a => new Zaakteksten(a.Id, formulieren.Zoek<Formulier>(a.Inhoud) is { } formulier ? Van(a, formulier) : []))
                .ToList()
        );
    }

    internal static IReadOnlyList<Tekst> Van(Aanvraag aanvraag, Formulier formulier)
    {
        Tekst[] teksten =
        [
            new("naam", "", formulier.Onderneming?.Naam ?? ""),
            .. (formulier.Partijen ?? []).Select(p => new Tekst("partij", p.KvkNummer, $"{p.Naam} {p.KvkNummer}".Trim())),
            new("plan", "", Plan(formulier.Plan)),
            new("activiteiten", "", string.Join("; ", aanvraag.Activiteiten.Select(Activiteit))),
        ];
        return [.. teksten.Where(t => t.Inhoud.Length > 0)];
    }

    private static string Plan(Activiteitenplan? plan) =>
        string.Join("\n\n", ((string?[])[plan?.Doelen, plan?.Aanpak, plan?.Resultaten, plan?.Evaluatie]).Where(t => t is { Length: > 0 }));

    /// <summary>An activity of 2.4 in the words by which people look for it.</summary>
    private static string Activiteit(string soort) =>
        soort switch
        {
            nameof(Activiteitsoort.A) => "doorlichting van de onderneming",
            nameof(Activiteitsoort.B) => "loopbaanadvies of ontwikkeladvies",
            nameof(Activiteitsoort.C) => "begeleiding bij een methode",
            nameof(Activiteitsoort.D) => "praktijkleerplaats",
            _ => soort,
        };
}
