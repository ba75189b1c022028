using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Zaken.Tests;

[Naam("verteld")]
public sealed record Verteld(string Soort, string Inhoud) : Gebeurtenis;

public sealed record Verhaal(string Id, int Zinnen)
{
    public Verhaal()
        : this("", 0) { }

    public Verhaal Apply(Verteld _) => this with { Zinnen = Zinnen + 1 };
}

/// <summary>
/// Says whatever a test wants the other contexts to have said, over the real outbox and bus, and gives as their owners what cases are found by.
/// </summary>
public sealed class VertellerContext : IContext
{
    public sealed record Aanvraagtekst(string Soort, string Kenmerk, string Inhoud);

    public sealed record Brieftekst(string Brief, string Soort, string Inhoud);

    /// <summary>By case number.</summary>
    public static readonly ConcurrentDictionary<string, Aanvraagtekst[]> Aanvraagteksten = new();

    /// <summary>By case number.</summary>
    public static readonly ConcurrentDictionary<string, Brieftekst[]> Briefteksten = new();

    /// <summary>By KVK number.</summary>
    public static readonly ConcurrentDictionary<string, string> Namen = new();

    public sealed record Verzoek(string Soort, string Inhoud);

    private static readonly Dictionary<string, Type> Soorten = Context.Van<ZakenContext>().GehoordeBerichten.ToDictionary(t => t.Name);

    public static string Naam => "verteller";

    public static void Beschrijf(Contextbouwer context)
    {
        context
            .Stroom<Verhaal>()
            .Uitgaand((_, e) => e is Verteld v ? [JsonSerializer.Deserialize(v.Inhoud, Soorten[v.Soort], Vorm.Opties)!] : [])
            .Eindpunt(api =>
                api.MapPost(
                        "/verhalen/{id}",
                        (string id, Verzoek verzoek, Stroom<Verhaal> verhalen, CancellationToken ct) =>
                            verhalen.SchrijfOfBegin(id, _ => new Verteld(verzoek.Soort, verzoek.Inhoud), ct)
                    )
                    .Voor(Enum.GetValues<Rol>())
            )
            .Eindpunt(GeefTeksten);
        var zegt = typeof(Contextbouwer).GetMethod(nameof(Contextbouwer.Zegt))!;
        foreach (var (naam, soort) in Soorten)
        {
            zegt.MakeGenericMethod(soort).Invoke(context, [naam]);
        }
    }

    private static void GeefTeksten(IEndpointRouteBuilder api)
    {
        api.MapGet("/aanvraagteksten", (string zaken) => Geef(zaken, Aanvraagteksten)).Voor(Rol.Dienst);
        api.MapGet("/briefteksten", (string zaken) => Geef(zaken, Briefteksten)).Voor(Rol.Dienst);
        api.MapGet(
                "/ondernemingsnamen",
                (string kvkNummers) =>
                    Uitkomst.Ok(kvkNummers.Split(',').Where(Namen.ContainsKey).Select(k => new { kvkNummer = k, naam = Namen[k] }).ToList())
            )
            .Voor(Rol.Dienst);
    }

    private static Uitkomst Geef<T>(string zaken, ConcurrentDictionary<string, T[]> teksten) =>
        Uitkomst.Ok(zaken.Split(',').Where(teksten.ContainsKey).Select(z => new { zaaknummer = z, teksten = teksten[z] }).ToList());
}
