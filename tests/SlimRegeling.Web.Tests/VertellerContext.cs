using System.Text.Json;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken;
using SlimRegeling.Zaken;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Web.Tests;

[Naam("verteld")]
public sealed record Verteld(string Soort, string Inhoud) : Gebeurtenis;

public sealed record Verhaal(string Id, int Zinnen)
{
    public Verhaal()
        : this("", 0) { }

    public Verhaal Apply(Verteld _) => this with { Zinnen = Zinnen + 1 };
}

/// <summary>Says what the contexts that are not here would have said, and hears what they would have heard.</summary>
public sealed class VertellerContext : IContext
{
    public sealed record Verzoek(string Soort, string Inhoud);

    private static readonly Context[] Luisteraars = [Context.Van<TijdvakkenContext>(), Context.Van<ZakenContext>()];

    private static readonly Dictionary<string, Type> Soorten = Luisteraars
        .SelectMany(c => c.GehoordeBerichten)
        .Distinct()
        .Except(Luisteraars.SelectMany(c => c.GezegdeBerichten))
        .ToDictionary(t => t.Name);

    public static string Naam => "verteller";

    public static void Beschrijf(Contextbouwer context)
    {
        context
            .Stroom<Verhaal>()
            .Hoort<BezwaarbudgetGereserveerdBericht, Toehoorder>()
            .Uitgaand((_, e) => e is Verteld v ? [JsonSerializer.Deserialize(v.Inhoud, Soorten[v.Soort], Vorm.Opties)!] : [])
            .Eindpunt(api =>
                api.MapPost(
                        "/verhalen/{id}",
                        (string id, Verzoek verzoek, Stroom<Verhaal> verhalen, CancellationToken ct) =>
                            verhalen.SchrijfOfBegin(id, _ => new Verteld(verzoek.Soort, verzoek.Inhoud), ct)
                    )
                    .Voor(Enum.GetValues<Rol>())
            );
        var zegt = typeof(Contextbouwer).GetMethod(nameof(Contextbouwer.Zegt))!;
        foreach (var (naam, soort) in Soorten)
        {
            zegt.MakeGenericMethod(soort).Invoke(context, [naam]);
        }
    }

    /// <summary>Keeps nothing.</summary>
    public sealed class Toehoorder : IVerwerker<BezwaarbudgetGereserveerdBericht>
    {
        public Task Verwerk(BezwaarbudgetGereserveerdBericht bericht, CancellationToken ct) => Task.CompletedTask;
    }
}
