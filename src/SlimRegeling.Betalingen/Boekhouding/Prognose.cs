using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
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
    /// <param name="Verwacht">As if of each award the share of its window is settled; absent while nothing was settled.</param>
    public sealed record Jaarverwachting(int? Jaar, int Zaken, decimal Opgedragen, decimal Hoogstens, decimal? Verwacht);

    /// <summary>How much was settled of what had been awarded, in euro.</summary>
    /// <param name="Zaken">That were settled.</param>
    public sealed record Aandeel(int Zaken, decimal Verleend, decimal Vastgesteld)
    {
        /// <summary>As much of another award, rounded to the cent, half up.</summary>
        public decimal Van(decimal bedrag) => Getal.Centen(bedrag * Vastgesteld / Verleend);
    }

    /// <param name="Tijdvak">Absent in the total.</param>
    /// <param name="Jaren">In order, what has no year last; only those in which something is expected.</param>
    /// <param name="Aandeel">With which it is reckoned; absent in the total, and while nothing was settled.</param>
    public sealed record Tijdvakverwachting(string? Tijdvak, IReadOnlyList<Jaarverwachting> Jaren, Aandeel? Aandeel = null);

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

    private sealed record Gelezen(IReadOnlyList<Zaakgeld> Zaken, IReadOnlyDictionary<string, Aandeel> Aandelen);

    // Of so many cases one does not bend the share of their window. A number of ours.
    private const int Genoeg = 10;

    private const string Afrekeningen = "'verplichting-afgerekend', 'verplichting-herrekend'";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/grootboek/prognose", Toon).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        [AsParameters] Grootboekpeil peil,
        Contextregister contexten,
        Regelbron<BetalingenContext> regelbron,
        CancellationToken ct
    )
    {
        var bekend = peil.Bekend();
        if (peil.Onleesbaar is { } onleesbaar)
        {
            return onleesbaar;
        }
        var (zaken, aandelen) = await Lees(contexten.Van(typeof(BetalingenContext)).Bron, await regelbron.Nu(ct), bekend, peil.Nu, ct);
        IReadOnlyList<Aandeel> alle = [.. aandelen.Values];
        var jaar = Moment.Dag(bekend).Year;
        var tijdvakken = zaken
            .GroupBy(z => z.Tijdvak, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
            {
                var aandeel = Kies(aandelen.GetValueOrDefault(g.Key), alle);
                return new Tijdvakverwachting(g.Key, Bereken([.. g], aandeel, jaar), aandeel);
            })
            .Where(t => t.Jaren.Count > 0)
            .ToList();
        var totaal = new Tijdvakverwachting(null, Samen(tijdvakken.SelectMany(t => t.Jaren)));
        return Uitkomst.Ok(new Beeld(bekend, alle.Sum(a => a.Verleend), alle.Sum(a => a.Vastgesteld), totaal, tijdvakken));
    }

    /// <summary>
    /// The share with which a window is reckoned: its own when enough of its cases were settled; else that of the middle one of the windows of which that
    /// is so, which one far-off window does not move; else that of all together. Null while nothing was settled.
    /// </summary>
    /// <param name="eigen">Of the window; null while none of it was settled.</param>
    /// <param name="alle">Of every window of which something was settled, so that each had something awarded.</param>
    public static Aandeel? Kies(Aandeel? eigen, IReadOnlyList<Aandeel> alle)
    {
        if (eigen is { Zaken: >= Genoeg } || alle.Count == 0)
        {
            return eigen;
        }
        var genoeg = alle.Where(a => a.Zaken >= Genoeg).OrderBy(a => a.Vastgesteld / a.Verleend).ToList();
        return genoeg.Count > 0
            ? genoeg[genoeg.Count / 2]
            : new(alle.Sum(a => a.Zaken), alle.Sum(a => a.Verleend), alle.Sum(a => a.Vastgesteld));
    }

    /// <summary>Of cases of one window, by year. Each case is rounded to the cent, so that the windows together are the total.</summary>
    /// <param name="aandeel">Null while nothing was settled.</param>
    /// <param name="jaar">The year that is now: what should have been settled before it is expected in it.</param>
    public static IReadOnlyList<Jaarverwachting> Bereken(IReadOnlyList<Zaakgeld> zaken, Aandeel? aandeel, int jaar) =>
        Samen(zaken.SelectMany(z => Delen(z, aandeel, jaar)));

    /// <summary>Together, by year.</summary>
    public static IReadOnlyList<Jaarverwachting> Samen(IEnumerable<Jaarverwachting> delen) =>
        [
            .. delen
                .GroupBy(d => d.Jaar)
                .OrderBy(g => g.Key ?? int.MaxValue)
                .Select(g => new Jaarverwachting(
                    g.Key,
                    g.Sum(d => d.Zaken),
                    g.Sum(d => d.Opgedragen),
                    g.Sum(d => d.Hoogstens),
                    g.Any(d => d.Verwacht is null) ? null : g.Sum(d => d.Verwacht)
                )),
        ];

    private static IEnumerable<Jaarverwachting> Delen(Zaakgeld zaak, Aandeel? aandeel, int jaar)
    {
        if (zaak.Opgedragen != 0)
        {
            yield return new(jaar, 0, zaak.Opgedragen, zaak.Opgedragen, aandeel is null ? null : zaak.Opgedragen);
        }
        if (zaak.Toegezegd != 0)
        {
            yield return new(
                zaak.Uiterlijk is { } dag ? Math.Max(dag.Year, jaar) : null,
                1,
                0,
                zaak.Toegezegd - zaak.Voorgeschoten,
                // Settled below the advance, nothing is paid: the rest is claimed back.
                aandeel is null
                    ? null
                    : Math.Max(0, aandeel.Van(zaak.Toegezegd) - zaak.Voorgeschoten)
            );
        }
    }

    private static async Task<Gelezen> Lees(NpgsqlDataSource bron, Regelstanden regels, Instant bekend, Instant nu, CancellationToken ct)
    {
        var vraag = new Grootboekvraag().BekendOp(bekend).En("zaaknummer <> ''");
        await using var opdracht = vraag.Opdracht(
            bron,
            // A counter-entry, and one of that, counts as what it reverses.
            $"""
            with recursive tegen (boeking, oorsprong) as (
              select boeking, keert_om from betalingen.grootboek where keert_om is not null
              union
              select t.boeking, g.keert_om from tegen t
              join betalingen.grootboek g on g.boeking = t.oorsprong where g.keert_om is not null
            ), tegenafrekening as (
              select t.boeking from tegen t join betalingen.grootboek g on g.boeking = t.oorsprong where g.soort in ({Afrekeningen})
            )
            select s.tijdvak, s.toegezegd, s.voorgeschoten, s.opgedragen, s.verleend, s.vastgesteld, p.regelversie, p.verantwoording, p.periode_tot
            from (
              select zaaknummer, tijdvak,
                coalesce(sum(credit - debet) filter (where rekening = '{Grootboekrekeningen.Verplichtingen}'), 0) as toegezegd,
                coalesce(sum(debet - credit) filter (where rekening = '{Grootboekrekeningen.Voorschotten}'), 0) as voorgeschoten,
                coalesce(sum(credit - debet) filter (where rekening = '{Grootboekrekeningen.TeBetalen}'), 0) as opgedragen,
                coalesce(sum(debet - credit) filter (
                  where rekening = '{Grootboekrekeningen.Verplichtingen}'
                    and (soort in ({Afrekeningen}) or boeking in (select a.boeking from tegenafrekening a))
                ), 0) as verleend,
                coalesce(sum(debet - credit) filter (where rekening = '{Grootboekrekeningen.Kosten}'), 0) as vastgesteld
              from betalingen.grootboek where {vraag.Voorwaarden} group by zaaknummer, tijdvak
            ) s left join betalingen.projectperiode p on p.zaaknummer = s.zaaknummer
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var (zaken, aandelen) = (new List<Zaakgeld>(), new Dictionary<string, Aandeel>(StringComparer.Ordinal));
        while (await rij.ReadAsync(ct))
        {
            LocalDate? uiterlijk = await rij.IsDBNullAsync(6, ct)
                ? null
                : Verantwoordingswijze.VaststellenUiterlijk(
                    regels.Versie(rij.GetString(6), nu),
                    rij.GetString(7),
                    rij.GetFieldValue<LocalDate>(8)
                );
            var tijdvak = rij.GetString(0);
            zaken.Add(new(tijdvak, uiterlijk, rij.GetDecimal(1), rij.GetDecimal(2), rij.GetDecimal(3)));
            if (rij.GetDecimal(4) is > 0 and var verleend)
            {
                var was = aandelen.GetValueOrDefault(tijdvak) ?? new(0, 0, 0);
                aandelen[tijdvak] = new(was.Zaken + 1, was.Verleend + verleend, was.Vastgesteld + rij.GetDecimal(5));
            }
        }
        return new(zaken, aandelen);
    }
}
