using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Fout = SlimRegeling.Platform.Stromen.Fout;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// One round with all that who approves it must see, page by page: what is paid to whom on which account by which decision, and what changed since it was
/// proposed. It is closed to who has an interest of their own in a case of it.
/// </summary>
public static class RondeTonen
{
    private const int Standaard = 100;
    private const int Hoogste = 500;

    /// <param name="Makers">Pseudonyms of who proposed it and of who took something out.</param>
    /// <param name="Akkoorden">Pseudonyms of who approved.</param>
    public sealed record Beeld(
        string Ronde,
        Rondestatus Status,
        LocalDate Uitvoerdatum,
        int Aantal,
        decimal Totaal,
        string Hash,
        IReadOnlyList<string> Makers,
        IReadOnlyList<string> Akkoorden
    );

    /// <param name="Naam">As it stands in the file.</param>
    /// <param name="Veranderd">Why it cannot be paid so any more; absent when it can, and when it is on its way.</param>
    /// <param name="Bezwaren">Numbers of objections in the case that were not decided on yet; absent when there is none.</param>
    /// <param name="Teruggegeven">ISO code with which the bank refused it or sent it back before; absent when it did neither, or it is on its way.</param>
    public sealed record Regel(
        string Betaalopdracht,
        string Zaaknummer,
        string KvkNummer,
        string Besluit,
        Betaalsoort Soort,
        decimal Bedrag,
        string? Naam,
        string? Iban,
        string? Veranderd,
        IReadOnlyList<string>? Bezwaren,
        string? Teruggegeven = null
    );

    /// <summary>It is proposed to take back the file, as it never came to the bank.</summary>
    /// <param name="Toelichting">What the bank said; absent when it was destroyed.</param>
    /// <param name="Door">Pseudonym of who proposed it: another confirms.</param>
    /// <param name="Hash">What who confirms names.</param>
    public sealed record Terugnamebeeld(string? Toelichting, string Door, Instant Op, string Hash);

    /// <param name="Som">Of all its payments, on all pages together, in euro.</param>
    /// <param name="Veranderd">How many of all of them cannot be paid so any more.</param>
    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one.</param>
    /// <param name="Uitgenomen">Numbers of the payments that were taken out of it; absent when none was, and after the first page.</param>
    /// <param name="Terugname">Absent while nobody proposed that.</param>
    public sealed record Uitgebreid(
        Beeld Ronde,
        IReadOnlyList<Regel> Regels,
        decimal Som,
        int Veranderd,
        string? Volgende,
        IReadOnlyList<string>? Uitgenomen = null,
        Terugnamebeeld? Terugname = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/betaalrondes/{id}", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalronde")
            .Geeft<Uitgebreid>();

    /// <param name="veranderd">Only what cannot be paid so any more.</param>
    private static async Task<Uitkomst> Toon(
        string id,
        string? na,
        int? aantal,
        bool? veranderd,
        Stroom<Betaalronde> rondes,
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (aantal is < 1 or > Hoogste)
        {
            return Weigering.Invoer(new Fout("aantal", $"Vraag 1 tot en met {Hoogste} betalingen per bladzijde."));
        }
        if (await rondes.Lees(id, ct) is not { } ronde)
        {
            return Weigering.NietGevonden(id);
        }
        var kandidaten = await Betaalbaarheid.Kandidaten(eenheid.Sessie, ronde.Betaalopdrachten, ct);
        var opgeschort = await Betaalbaarheid.Opgeschort(eenheid.Sessie, kandidaten, moment.Vandaag, ct);
        var inhoud = await eenheid.Lees<Betaalbestand>((ronde.Gemaakt?.Inhoud ?? ronde.Inhoud)!, ct);
        var betalingen = (inhoud?.Betalingen ?? []).ToDictionary(b => b.Kenmerk, StringComparer.Ordinal);
        var zaken = kandidaten.Select(k => k.Betaalopdracht.Opdracht.Zaaknummer).Distinct().ToList();
        var bezwaren = (await eenheid.Sessie.LoadManyAsync<Verplichting>(ct, zaken)).ToDictionary(v => v.Id, v => v.LopendeBezwaren);
        var perOpdracht = ronde.Regels.ToDictionary(r => r.Betaalopdracht, StringComparer.Ordinal);
        // What was taken out names its case too.
        var uitgenomen = await BestandTonen.Zaken(eenheid.Sessie, ronde.Uitgenomen, ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        if (zaken.Union(uitgenomen.Values).FirstOrDefault(gesloten.Contains) is { } eigen)
        {
            return Belang.Gesloten(eigen);
        }
        var alles = kandidaten.OrderBy(k => k.Betaalopdracht.Id, StringComparer.Ordinal).Select(Maak).ToList();
        var gevraagd = alles.Where(r =>
                (na is null || string.CompareOrdinal(r.Betaalopdracht, na) > 0) && (veranderd != true || r.Veranderd is not null)
            )
            .ToList();
        List<Regel> bladzijde = [.. gevraagd.Take(aantal ?? Standaard)];
        var terugname = ronde.Terugname is { } t
            ? new Terugnamebeeld(await eenheid.Lees<string>(t.Toelichting, ct), t.Door, t.Op, t.Toelichting.Hash)
            : null;
        var genoemd = na is null && ronde.Uitgenomen.Count > 0;
        return await rondes.Toon(
            id,
            r => new Uitgebreid(
                Van(r),
                bladzijde,
                alles.Sum(x => x.Bedrag),
                alles.Count(x => x.Veranderd is not null),
                gevraagd.Count > bladzijde.Count ? bladzijde[^1].Betaalopdracht : null,
                genoemd ? r.Uitgenomen : null,
                terugname
            ),
            ct
        ) with
        {
            Zaken = [.. bladzijde.Select(r => r.Zaaknummer).Union(genoemd ? uitgenomen.Values : [])],
        };

        Regel Maak(Kandidaat kandidaat)
        {
            var (betaalopdracht, _) = kandidaat;
            var opdracht = betaalopdracht.Opdracht;
            var betaling = betalingen.GetValueOrDefault(betaalopdracht.Id);
            var lopend = bezwaren.GetValueOrDefault(opdracht.Zaaknummer) ?? [];
            var regel = perOpdracht.GetValueOrDefault(betaalopdracht.Id);
            return new Regel(
                betaalopdracht.Id,
                opdracht.Zaaknummer,
                opdracht.KvkNummer,
                opdracht.Besluit,
                opdracht.Soort,
                betaling?.Bedrag ?? opdracht.Bedrag,
                betaling is null ? null : inhoud!.Naam(betaling),
                betaling?.Iban,
                ronde.Status == Rondestatus.Voorgesteld && regel is not null
                    ? Betaalbaarheid.Veranderd(kandidaat, regel, ronde.Id, opgeschort)
                    : null,
                lopend.Count == 0 ? null : lopend,
                betaalopdracht.Teruggegeven
            );
        }
    }

    internal static Beeld Van(Rondekop r) =>
        new(r.Id, r.Status, r.Uitvoerdatum, r.Aantal, r.Totaal, r.Hash, r.Makers, r.Akkoorden);

    private static Beeld Van(Betaalronde r) =>
        new(
            r.Id,
            r.Status,
            r.Gemaakt?.Uitvoerdatum ?? r.Uitvoerdatum,
            r.Betaalopdrachten.Count,
            r.Gemaakt?.Totaal ?? r.Totaal,
            r.Gemaakt?.Hash ?? r.Hash,
            r.Makers,
            [.. r.Akkoorden.Select(a => a.Door)]
        );
}
