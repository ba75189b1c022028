using Marten;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>A case of which can be drawn, with what is known of it before anyone looks.</summary>
public sealed record Kandidaat(string Zaaknummer, string Regelversie, decimal Verleend, IReadOnlyList<string> Signalen);

/// <summary>
/// Of which cases is drawn: those that are settled ambtshalve, whose period is over, and of which nothing was asked or proposed yet.
/// </summary>
public static class Populatie
{
    private const string Doorlichting = "A";

    /// <param name="vandaag">The last day of the period lies before it.</param>
    internal static async Task<IReadOnlyList<Kandidaat>> Lees(
        IQuerySession sessie,
        Beginnen.Verzoek verzoek,
        LocalDate vandaag,
        IReadOnlySet<string> alInSteekproef,
        CancellationToken ct
    )
    {
        // Days are kept as text that sorts as days do.
        var open = await sessie.QueryAsync<Verantwoording>(
            """
            where data -> 'opening' ->> 'wijze' = ? and data -> 'opening' ->> 'periodeTot' < ?
              and data -> 'opening' ->> 'periodeTot' between ? and ?
              and (? = '' or data -> 'opening' ->> 'tijdvak' = ?)
              and data ->> 'steekproef' is null and data ->> 'bewijs' is null
              and data ->> 'voorstel' is null and data ->> 'vaststelling' is null
            order by id
            """,
            ct,
            Verantwoordingswijze.Ambtshalve,
            Tekst(vandaag),
            verzoek.Van is { } van ? Tekst(van) : "",
            verzoek.Tot is { } tot ? Tekst(tot) : "9",
            verzoek.Tijdvak ?? "",
            verzoek.Tijdvak ?? ""
        );
        Verantwoording[] zaken = [.. open.Where(zaak => !zaak.Geheel && !alInSteekproef.Contains(zaak.Id))];
        var vanDezen = await sessie.QueryAsync<Verantwoording>(
            "where data -> 'opening' ->> 'kvkNummer' = any(?)",
            ct,
            (object)zaken.Select(zaak => zaak.KvkNummer).Distinct().ToArray()
        );
        return Van(zaken, vanDezen);
    }

    /// <summary>Number of the drawn list that held the case, whether it was drawn or not; null when there is none.</summary>
    internal static async Task<string?> GetrokkenLijst(IQuerySession sessie, string zaaknummer, CancellationToken ct)
    {
        var lijsten = await sessie.QueryAsync<Steekproef>(
            """
            where data ->> 'getrokken' is not null
              and exists (select 1 from jsonb_array_elements(data -> 'begonnen' -> 'populatie') lid where lid ->> 'zaaknummer' = ?)
            order by id limit 1
            """,
            ct,
            zaaknummer
        );
        return lijsten.Count == 0 ? null : lijsten[0].Id;
    }

    /// <param name="vanDezen">All subsidies of the same recipients.</param>
    public static IReadOnlyList<Kandidaat> Van(IReadOnlyList<Verantwoording> zaken, IReadOnlyList<Verantwoording> vanDezen)
    {
        var bij = vanDezen.ToLookup(zaak => zaak.KvkNummer, StringComparer.Ordinal);
        return
        [
            .. from zaak in zaken
            let opening = zaak.Opening!
            let eerder = bij[zaak.KvkNummer].Where(ander => ander.Opening is { } van && van.Op < opening.Op).ToList()
            select new Kandidaat(zaak.Id, opening.Regelversie, opening.Verleend, Signalen(zaak, eerder)),
        ];
    }

    private static string[] Signalen(Verantwoording zaak, List<Verantwoording> eerder)
    {
        (string Signaal, bool Geldt)[] signalen =
        [
            (Risicosignaal.EersteSubsidie, eerder.Count == 0),
            (Risicosignaal.EerdereBevinding, eerder.Exists(ander => ander.Vaststelling is { } v && v.Bedrag < v.Verleend)),
            (Risicosignaal.GeenScan, zaak.Opening!.Activiteiten.Contains(Doorlichting) && !zaak.EigenScans.Any()),
            (Risicosignaal.Gemeld, zaak.IsGemeld),
        ];
        return [.. signalen.Where(s => s.Geldt).Select(s => s.Signaal)];
    }

    private static string Tekst(LocalDate dag) => LocalDatePattern.Iso.Format(dag);
}
