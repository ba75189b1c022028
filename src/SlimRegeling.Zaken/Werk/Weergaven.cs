using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken.Werk;

/// <summary>Filters of the list of work that an employee keeps under a name; nobody else sees them.</summary>
public static class Weergaven
{
    private const int Meeste = 20;
    private const int LangsteNaam = 60;

    public sealed record Weergave(int Nummer, string Naam, Werkfilter Filter);

    public sealed record Verzoek([property: Description("Een naam die al bestaat, krijgt dit filter.")] string Naam, Werkfilter Filter);

    public sealed record Bewaard(string Naam);

    public sealed record Verwijderd(int Nummer);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/werk/weergaven", Toon).Voor(Rol.Beoordelaar, Rol.Medeondertekenaar).Geeft<IReadOnlyList<Weergave>>();
        api.MapPost("/werk/weergaven", Bewaar).Voor(Rol.Beoordelaar, Rol.Medeondertekenaar).Geeft<Bewaard>();
        api.MapDelete("/werk/weergaven/{nummer}", Verwijder).Voor(Rol.Beoordelaar, Rol.Medeondertekenaar).Geeft<Verwijderd>();
    }

    private static async Task<Uitkomst> Toon(Contextregister contexten, Persoon persoon, CancellationToken ct) =>
        Uitkomst.Ok(await Lees(contexten, persoon, ct));

    private static async Task<Uitkomst> Bewaar(
        Verzoek verzoek,
        Contextregister contexten,
        Persoon persoon,
        Werkeenheid<ZakenContext> eenheid,
        CancellationToken ct
    )
    {
        var (naam, filter) = (verzoek.Naam.Trim(), verzoek.Filter.Schoon());
        Fout[] fouten = [.. Toets(naam), .. filter.Fouten()];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        if ((await Lees(contexten, persoon, ct)).Count(w => w.Naam != naam) >= Meeste)
        {
            return Weigering.Van("te-veel-weergaven", $"U hebt al {Meeste} weergaven. Verwijder er een, en bewaar deze dan.");
        }
        eenheid.Sessie.QueueSqlCommand(
            """
            insert into zaken.weergave (medewerker, naam, filter) values (?, ?, ?)
            on conflict (medewerker, naam) do update set filter = excluded.filter
            """,
            persoon.Onderwerp,
            naam,
            JsonSerializer.Serialize(filter, Platform.Stromen.Json.Opties)
        );
        return Uitkomst.Ok(new Bewaard(naam));
    }

    // What is gone already stays gone, and what is another's stays.
    private static Uitkomst Verwijder(int nummer, Persoon persoon, Werkeenheid<ZakenContext> eenheid)
    {
        eenheid.Sessie.QueueSqlCommand("delete from zaken.weergave where nummer = ? and medewerker = ?", nummer, persoon.Onderwerp);
        return Uitkomst.Ok(new Verwijderd(nummer));
    }

    private static IEnumerable<Fout> Toets(string naam)
    {
        if (naam.Length is 0 or > LangsteNaam || naam.Any(char.IsControl))
        {
            yield return new("naam", $"Geef de weergave een naam van ten hoogste {LangsteNaam} tekens.");
        }
    }

    private static async Task<List<Weergave>> Lees(Contextregister contexten, Persoon persoon, CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(ZakenContext))
            .Bron.CreateCommand("select nummer, naam, filter from zaken.weergave where medewerker = $1 order by lower(naam), naam");
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = persoon.Onderwerp });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var weergaven = new List<Weergave>();
        while (await rij.ReadAsync(ct))
        {
            weergaven.Add(
                new(
                    rij.GetInt32(0),
                    rij.GetString(1),
                    JsonSerializer.Deserialize<Werkfilter>(rij.GetString(2), Platform.Stromen.Json.Opties)!
                )
            );
        }
        return weergaven;
    }
}
