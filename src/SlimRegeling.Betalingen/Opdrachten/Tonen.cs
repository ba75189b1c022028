using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>The payment orders, for finance, page by page. The list names none of a case that is closed to who looks.</summary>
public static class Tonen
{
    private const int Standaard = 50;
    private const int Hoogste = 500;

    /// <param name="Aantal">How many there are on all pages together.</param>
    /// <param name="Totaal">Of all of these, in euro.</param>
    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one.</param>
    public sealed record Lijst(IReadOnlyList<Beeld> Opdrachten, int Aantal, decimal Totaal, string? Volgende);

    /// <param name="Akkoorden">Pseudonyms of who approved.</param>
    /// <param name="WachtOpRekening">Number of the account that must be checked before this is paid.</param>
    /// <param name="Ronde">The round in which it is proposed to be paid; absent when it is in none.</param>
    /// <param name="Aanhoudingen">What else it waits for; absent when it is nothing.</param>
    /// <param name="Teruggegeven">ISO code with which the bank refused it or sent it back last; absent when it did neither, or it is on its way again.</param>
    /// <param name="Bezwaren">
    /// Numbers of objections in the case that were not decided on yet; absent when there is none. They suspend nothing (6:16 Awb).
    /// </param>
    /// <param name="Verrekend">What of it was set off against a claim in all, in euro; absent when nothing was.</param>
    /// <param name="AanBeslaglegger">What of it went to who attached it in all, in euro; absent when nothing did.</param>
    public sealed record Beeld(
        string Id,
        string Zaaknummer,
        string KvkNummer,
        string Besluit,
        Betaalsoort Soort,
        decimal Bedrag,
        Betaalstatus Status,
        bool Aangehouden,
        int? WachtOpRekening,
        IReadOnlyList<string> Akkoorden,
        string? Bestand,
        LocalDate? Boekdatum,
        IReadOnlyList<string>? Bezwaren = null,
        string? Ronde = null,
        IReadOnlyList<Aanhouding>? Aanhoudingen = null,
        string? Teruggegeven = null,
        decimal? Verrekend = null,
        decimal? AanBeslaglegger = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/betaalopdrachten", Bladzijde)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalopdrachten")
            .Geeft<Lijst>();
        api.MapGet(
                "/betaalopdrachten/{id}",
                async (string id, Stroom<Betaalopdracht> betaalopdrachten, Stroom<Verplichting> verplichtingen, CancellationToken ct) =>
                {
                    var zaaknummer = (await betaalopdrachten.Lees(id, ct))?.Opdracht.Zaaknummer;
                    var verplichting = zaaknummer is null ? null : await verplichtingen.Lees(zaaknummer, ct);
                    var bezwaren = verplichting?.LopendeBezwaren ?? [];
                    return await betaalopdrachten.Toon(id, b => Van(b, bezwaren), ct) with { Zaak = zaaknummer };
                }
            )
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalopdracht")
            .Geeft<Beeld>();
    }

    /// <param name="zaaknummer">Of one case only.</param>
    /// <param name="stand">Only these: open, wacht, wacht-op-rekening, wacht-op-bezwaar, wacht-op-beslag, wacht-op-naam, betaalbaar or terug.</param>
    private static async Task<Uitkomst> Bladzijde(
        string? zaaknummer,
        string? stand,
        string? na,
        int? aantal,
        Werkeenheid<BetalingenContext> eenheid,
        Contextregister contexten,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        List<Fout> fouten =
        [
            .. stand is not null && !Opdrachtvraag.Standen.ContainsKey(stand)
                ? (Fout[])[new("stand", $"Kies een van deze: {string.Join(", ", Opdrachtvraag.Standen.Keys)}.")]
                : [],
            .. aantal is < 1 or > Hoogste ? (Fout[])[new("aantal", $"Vraag 1 tot en met {Hoogste} betaalopdrachten per bladzijde.")] : [],
        ];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var hoogstens = aantal ?? Standaard;
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var vraag = new Opdrachtvraag(stand, zaaknummer, await belangen.Gesloten(persoon.Onderwerp, ct));
        var (alle, totaal) = await vraag.Tel(bron, ct);
        var nummers = await vraag.Nummers(bron, na, hoogstens + 1, ct);
        var beelden = await Beelden(eenheid.Sessie, [.. nummers.Take(hoogstens)], ct);
        return Uitkomst.Ok(new Lijst(beelden, alle, totaal, nummers.Count > hoogstens ? nummers[hoogstens - 1] : null)) with
        {
            Zaken = [.. beelden.Select(b => b.Zaaknummer).Distinct()],
        };
    }

    /// <summary>These, in order.</summary>
    internal static async Task<IReadOnlyList<Beeld>> Beelden(IQuerySession sessie, IReadOnlyList<string> nummers, CancellationToken ct)
    {
        var gevonden = await sessie.LoadManyAsync<Betaalopdracht>(ct, nummers);
        var zaken = gevonden.Select(b => b.Opdracht.Zaaknummer).Distinct();
        var bezwaren = (await sessie.LoadManyAsync<Verplichting>(ct, zaken)).ToDictionary(v => v.Id, v => v.LopendeBezwaren);
        return
        [
            .. gevonden
                .OrderBy(b => b.Id, StringComparer.Ordinal)
                .Select(b => Van(b, bezwaren.GetValueOrDefault(b.Opdracht.Zaaknummer) ?? [])),
        ];
    }

    private static Beeld Van(Betaalopdracht b, IReadOnlyList<string> bezwaren) =>
        new(
            b.Id,
            b.Opdracht.Zaaknummer,
            b.Opdracht.KvkNummer,
            b.Opdracht.Besluit,
            b.Opdracht.Soort,
            b.Opdracht.Bedrag,
            b.Status,
            b.Aangehouden,
            b.WachtOpRekening,
            b.Akkoorden,
            b.Bestand,
            b.Boekdatum,
            bezwaren.Count == 0 ? null : bezwaren,
            b.Ronde,
            b.Aanhoudingen.Count == 0 ? null : b.Aanhoudingen,
            b.Teruggegeven,
            b.Verrekening is > 0 and var verrekend ? verrekend : null,
            b.Beslagen is > 0 and var beslagen ? beslagen : null
        );
}
