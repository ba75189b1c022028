using Marten;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>Reads the applications of a window, some at a time, and weighs them. It only reads.</summary>
internal static class Tijdvaklezer
{
    private const int Grootte = 250;

    /// <summary>Of everything that was submitted in a window, what was withdrawn among it.</summary>
    public static async Task<string[]> Zaaknummers(Contextopslag opslag, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = opslag.Bron.CreateCommand(
            "select zaaknummer from aanvragen.gezegd where tijdvak = $1 and soort = 'ingediend' order by zaaknummer"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var nummers = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            nummers.Add(rij.GetString(0));
        }
        return [.. nummers];
    }

    /// <param name="voortgang">Told how many are done.</param>
    public static async Task<Uitslag> Reken(
        Contextopslag opslag,
        Regelstanden regels,
        Opdracht opdracht,
        string[] zaaknummers,
        Func<int, Task> voortgang,
        CancellationToken ct
    )
    {
        var schaal = new Weegschaal(regels, Simuleren.Regelwijzigingen(opdracht.Wijzigingen));
        var zaken = new List<Simulatiezaak>(zaaknummers.Length);
        foreach (var bundel in zaaknummers.Chunk(Grootte))
        {
            await using var sessie = opslag.Store.QuerySession();
            var aanvragen = await sessie.LoadManyAsync<Aanvraag>(ct, bundel);
            var inhouden = await Inhouden.Lees(sessie, aanvragen.SelectMany(Verwijzingen), ct);
            var subsidies = await Subsidies.Van(opslag.Bron, [.. aanvragen.SelectMany(a => a.Ingediend!.Betrokken).Distinct()], ct);
            zaken.AddRange(
                aanvragen
                    .OrderBy(a => a.Id, StringComparer.Ordinal)
                    .Select(a =>
                        schaal.Weeg(
                            a,
                            inhouden.Zoek<Formulier>(a.Inhoud),
                            Weegschaal.Staand(a) is { } staand ? inhouden.Zoek<Beoordelen.Inhoud>(staand.Inhoud) : null,
                            Subsidies.Bij(a.Ingediend!, subsidies),
                            opdracht.Op
                        )
                    )
            );
            await voortgang(zaken.Count);
        }
        return Doorrekening.Reken(opdracht, zaken);
    }

    private static IEnumerable<Verwijzing> Verwijzingen(Aanvraag aanvraag) =>
        Weegschaal.Staand(aanvraag) is { } staand ? [aanvraag.Inhoud, staand.Inhoud] : [aanvraag.Inhoud];
}
