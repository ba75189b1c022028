using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Vaststelling;

/// <summary>The recipient shows that the activities were done, with the documents that the award names (7.4, first paragraph, Kaderregeling).</summary>
public static class BewijsIndienen
{
    private const string Artikel = "7.4, eerste lid, Kaderregeling";

    public sealed record Verzoek(IReadOnlyList<Activiteitbewijs> Activiteiten);

    /// <param name="Soort">A, B or C.</param>
    /// <param name="Documenten">Ids of documents of this case.</param>
    public sealed record Activiteitbewijs(string Soort, string Toelichting, IReadOnlyList<string> Documenten);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/bewijs",
                (Zaaknummer zaaknummer, Verzoek verzoek, Stroom<Verantwoording> verantwoordingen, Moment moment, CancellationToken ct) =>
                    verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording => Beslis(verantwoording, verzoek, inhoud => verantwoordingen.Bewaar(zaaknummer, inhoud), moment.Nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden);

    /// <summary>
    /// Taken as long as nothing is proposed: what comes after the last day is still looked at, and what comes later replaces what came before.
    /// </summary>
    /// <param name="bewaar">Keeps what the recipient wrote beside the stream; called only when the proof is taken.</param>
    public static Beslissing Beslis(Verantwoording verantwoording, Verzoek verzoek, Func<object, Verwijzing> bewaar, Instant nu)
    {
        if (Stand.Open(verantwoording, nu) is { } weigering)
        {
            return weigering;
        }
        switch (verantwoording.Fase)
        {
            case Fase.Opengesteld:
                return Weigering.Van(
                    "niet-in-steekproef",
                    "Er is u geen bewijs gevraagd. Bewaar uw stukken; u hoort het als uw zaak in de steekproef valt.",
                    "2.24, eerste lid"
                );
            case Fase.Voorgesteld:
                return Weigering.Van("al-beoordeeld", "Uw bewijs is al beoordeeld. Wacht op het besluit; daartegen kunt u bezwaar maken.");
        }
        if (Invoer(verantwoording, verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        return new BewijsOntvangen(
            [.. verzoek.Activiteiten.Select(a => new Bewijsstuk(a.Soort, a.Documenten))],
            bewaar(verzoek.Activiteiten.ToDictionary(a => a.Soort, a => a.Toelichting)),
            nu
        );
    }

    private static List<Fout> Invoer(Verantwoording verantwoording, Verzoek verzoek)
    {
        var bekend = verantwoording.Documenten.Select(d => d.Document).ToHashSet();
        var fouten = Stand.Activiteiten(verantwoording.Opening!, [.. verzoek.Activiteiten.Select(a => a.Soort)], Artikel).ToList();
        for (var i = 0; i < verzoek.Activiteiten.Count; i++)
        {
            var (_, toelichting, documenten) = verzoek.Activiteiten[i];
            if (string.IsNullOrWhiteSpace(toelichting))
            {
                fouten.Add(new($"activiteiten[{i}].toelichting", "Schrijf kort op wat er is gedaan.", Artikel));
            }
            if (documenten.Count == 0)
            {
                fouten.Add(
                    new($"activiteiten[{i}].documenten", "Noem ten minste één document dat u bij deze zaak hebt ingediend.", Artikel)
                );
            }
            for (var j = 0; j < documenten.Count; j++)
            {
                if (!bekend.Contains(documenten[j]))
                {
                    fouten.Add(
                        new(
                            $"activiteiten[{i}].documenten[{j}]",
                            $"Document '{documenten[j]}' hoort niet bij deze zaak of is nog niet verwerkt. Dien het eerst in en probeer het daarna opnieuw."
                        )
                    );
                }
            }
        }
        return fouten;
    }
}
