using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// What is still to be paid of what was promised, in the year in which it is expected. A case is expected to be settled on the last day that its rules give:
/// after its period, the term to account for it and, where that is asked for, the 22 weeks to decide. What is ordered already is of the year that is now.
/// </summary>
public static class Prognose
{
    /// <param name="Jaar">Absent of cases of which the end of the period is not known here.</param>
    /// <param name="Zaken">Expected to be settled in it.</param>
    /// <param name="Opgedragen">Ordered and not paid yet.</param>
    /// <param name="Hoogstens">At most: what is promised and not settled, less what was advanced of it, with what is ordered. Euro.</param>
    /// <param name="Verwacht">As if of each award as much is settled as of all that were settled so far; absent while none was.</param>
    public sealed record Jaarverwachting(int? Jaar, int Zaken, decimal Opgedragen, decimal Hoogstens, decimal? Verwacht);

    /// <param name="Tijdvak">Absent in the total.</param>
    /// <param name="Jaren">In order, what has no year last; only those in which something is expected.</param>
    public sealed record Tijdvakverwachting(string? Tijdvak, IReadOnlyList<Jaarverwachting> Jaren);

    /// <param name="Op">What became known after this moment is not in it.</param>
    /// <param name="Verleend">What had been awarded in the cases that were settled, in euro.</param>
    /// <param name="Vastgesteld">What of that was settled.</param>
    /// <param name="Totaal">Of all windows.</param>
    public sealed record Beeld(
        Instant Op,
        decimal Verleend,
        decimal Vastgesteld,
        Tijdvakverwachting Totaal,
        IReadOnlyList<Tijdvakverwachting> Tijdvakken
    );

    /// <param name="Uiterlijk">The last day to settle it; null when that is not known.</param>
    /// <param name="Toegezegd">And not settled, in euro.</param>
    /// <param name="Voorgeschoten">And not settled; also what was ordered of it.</param>
    /// <param name="Opgedragen">And not paid.</param>
    public sealed record Zaakgeld(string Tijdvak, LocalDate? Uiterlijk, decimal Toegezegd, decimal Voorgeschoten, decimal Opgedragen);

    private sealed record Gelezen(IReadOnlyList<Zaakgeld> Zaken, decimal Verleend, decimal Vastgesteld);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/grootboek/prognose", Toon).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        string? op,
        Contextregister contexten,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var fouten = new List<Fout>();
        var nu = moment.Nu;
        var bekend = Grootboekvraag.Bekend(op, nu, fouten);
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var (zaken, verleend, vastgesteld) = await Lees(
            contexten.Van(typeof(BetalingenContext)).Bron,
            await regelbron.Nu(ct),
            bekend,
            nu,
            ct
        );
        var jaar = Moment.Dag(bekend).Year;
        var tijdvakken = zaken
            .GroupBy(z => z.Tijdvak, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Tijdvakverwachting(g.Key, Bereken([.. g], verleend, vastgesteld, jaar)))
            .Where(t => t.Jaren.Count > 0)
            .ToList();
        var totaal = new Tijdvakverwachting(null, Bereken(zaken, verleend, vastgesteld, jaar));
        return Uitkomst.Ok(new Beeld(bekend, verleend, vastgesteld, totaal, tijdvakken));
    }

    /// <summary>By year. Each case is rounded to the cent, half up, so that the windows together are the total.</summary>
    /// <param name="verleend">Of the cases that were settled; zero while none was.</param>
    /// <param name="vastgesteld">What of that was settled.</param>
    /// <param name="jaar">The year that is now: what should have been settled before it is expected in it.</param>
    public static IReadOnlyList<Jaarverwachting> Bereken(IReadOnlyList<Zaakgeld> zaken, decimal verleend, decimal vastgesteld, int jaar)
    {
        var delen = zaken.SelectMany(z => Delen(z, verleend, vastgesteld, jaar));
        return
        [
            .. delen
                .GroupBy(d => d.Jaar)
                .OrderBy(g => g.Key ?? int.MaxValue)
                .Select(g => new Jaarverwachting(
                    g.Key,
                    g.Sum(d => d.Zaken),
                    g.Sum(d => d.Opgedragen),
                    g.Sum(d => d.Hoogstens),
                    verleend > 0 ? g.Sum(d => d.Verwacht) : null
                )),
        ];
    }

    private static IEnumerable<Jaarverwachting> Delen(Zaakgeld zaak, decimal verleend, decimal vastgesteld, int jaar)
    {
        if (zaak.Opgedragen != 0)
        {
            yield return new(jaar, 0, zaak.Opgedragen, zaak.Opgedragen, zaak.Opgedragen);
        }
        if (zaak.Toegezegd != 0)
        {
            // Settled below the advance, nothing is paid: the rest is claimed back.
            var verwacht = verleend > 0 ? Getal.Centen(zaak.Toegezegd * vastgesteld / verleend) - zaak.Voorgeschoten : 0;
            yield return new(
                zaak.Uiterlijk is { } dag ? Math.Max(dag.Year, jaar) : null,
                1,
                0,
                zaak.Toegezegd - zaak.Voorgeschoten,
                Math.Max(0, verwacht)
            );
        }
    }

    private static async Task<Gelezen> Lees(NpgsqlDataSource bron, Regelstanden regels, Instant bekend, Instant nu, CancellationToken ct)
    {
        var vraag = new Grootboekvraag().BekendOp(bekend).En("zaaknummer <> ''");
        await using var opdracht = vraag.Opdracht(
            bron,
            $"""
            select s.tijdvak, s.toegezegd, s.voorgeschoten, s.opgedragen, s.verleend, s.vastgesteld, p.regelversie, p.verantwoording, p.periode_tot
            from (
              select zaaknummer, tijdvak,
                coalesce(sum(credit - debet) filter (where rekening = '{Grootboekrekeningen.Verplichtingen}'), 0) as toegezegd,
                coalesce(sum(debet - credit) filter (where rekening = '{Grootboekrekeningen.Voorschotten}'), 0) as voorgeschoten,
                coalesce(sum(credit - debet) filter (where rekening = '{Grootboekrekeningen.TeBetalen}'), 0) as opgedragen,
                coalesce(sum(debet - credit) filter (
                  where rekening = '{Grootboekrekeningen.Verplichtingen}' and soort in ('verplichting-afgerekend', 'verplichting-herrekend')
                ), 0) as verleend,
                coalesce(sum(debet - credit) filter (where rekening = '{Grootboekrekeningen.Kosten}' and keert_om is null), 0) as vastgesteld
              from betalingen.grootboek where {vraag.Voorwaarden} group by zaaknummer, tijdvak
            ) s left join betalingen.projectperiode p on p.zaaknummer = s.zaaknummer
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var (zaken, verleend, vastgesteld) = (new List<Zaakgeld>(), 0m, 0m);
        while (await rij.ReadAsync(ct))
        {
            LocalDate? uiterlijk = await rij.IsDBNullAsync(6, ct)
                ? null
                : Verantwoordingswijze.VaststellenUiterlijk(
                    regels.Versie(rij.GetString(6), nu),
                    rij.GetString(7),
                    rij.GetFieldValue<LocalDate>(8)
                );
            zaken.Add(new(rij.GetString(0), uiterlijk, rij.GetDecimal(1), rij.GetDecimal(2), rij.GetDecimal(3)));
            verleend += rij.GetDecimal(4);
            vastgesteld += rij.GetDecimal(5);
        }
        return new(zaken, verleend, vastgesteld);
    }
}
