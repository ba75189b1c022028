using System.Text.Json;
using Microsoft.AspNetCore.Builder;
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

/// <summary>Says whatever a test wants the other contexts to have said, over the real outbox and bus.</summary>
public sealed class VertellerContext : IContext
{
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
            );
        var zegt = typeof(Contextbouwer).GetMethod(nameof(Contextbouwer.Zegt))!;
        foreach (var (naam, soort) in Soorten)
        {
            zegt.MakeGenericMethod(soort).Invoke(context, [naam]);
        }
    }
}
