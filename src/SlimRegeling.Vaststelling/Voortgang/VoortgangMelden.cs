using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>
/// A partnership reports on its first twelve months (2.18, first paragraph). What comes after the last day is taken too: without it the second advance does
/// not come.
/// </summary>
public static class VoortgangMelden
{
    private const int Langst = 10_000;

    /// <param name="Toelichting">What was done, what was not, and what that changes in the rest.</param>
    /// <param name="Documenten">Ids of documents of this case: the report on the executor's form.</param>
    public sealed record Verzoek(string Toelichting, IReadOnlyList<string> Documenten);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verantwoordingen/{zaaknummer}/voortgang", Voer)
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Verantwoording> verantwoordingen,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        return await verantwoordingen.Schrijf(
            zaaknummer,
            verantwoording => Beslis(verantwoording, verzoek, inhoud => verantwoordingen.Bewaar(zaaknummer, inhoud), regels, moment.Nu),
            ct
        );
    }

    /// <param name="bewaar">Keeps what was written; called only when the report is taken.</param>
    public static Beslissing Beslis(
        Verantwoording verantwoording,
        Verzoek verzoek,
        Func<Voortgangstekst, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu
    )
    {
        if (verantwoording.Opening is not { } opening)
        {
            return Weigering.NietGevonden(verantwoording.Id);
        }
        var versie = regels.Versie(opening.Regelversie, nu);
        if (Voortgangsverslag.Van(opening, versie) is not { } termijn)
        {
            return Weigering.Van("geen-voortgangsverslag", "Voor deze subsidie hoeft u tussendoor geen verslag te doen.");
        }
        if (verantwoording is { Geheel: true, Intrekkingen: [.., var ingetrokken] })
        {
            return Stand.HelemaalIngetrokken(ingetrokken);
        }
        if (verantwoording.Vaststelling is { } vastgesteld)
        {
            return Weigering.Van("al-vastgesteld", $"De subsidie is al vastgesteld bij besluit {vastgesteld.Besluit}.", termijn.Artikel);
        }
        if (verantwoording.TweedeVoorschot is { } tweede)
        {
            return Weigering.Van(
                "al-afgehandeld",
                $"Uw voortgangsverslag is afgehandeld: u kreeg het tweede voorschot bij besluit {tweede.Besluit}.",
                termijn.Artikel
            );
        }
        if (Moment.Dag(nu) < termijn.Van)
        {
            return Weigering.Van(
                "te-vroeg",
                $"Het verslag gaat over de eerste twaalf maanden. Stuur het van {Datumtekst.Van(termijn.Van)} tot en met {Datumtekst.Van(termijn.Uiterlijk)}.",
                termijn.Artikel
            );
        }
        return Fouten(verantwoording, verzoek, termijn.Artikel) is { Count: > 0 } fouten
            ? Weigering.Invoer(fouten)
            : new VoortgangGemeld(
                opening.KvkNummer,
                verzoek.Documenten,
                bewaar(new Voortgangstekst(verzoek.Toelichting.Trim())),
                LocalDate.Max(termijn.Uiterlijk, verantwoording.Teruggezonden?.Uiterlijk ?? termijn.Uiterlijk),
                nu,
                versie.Id,
                versie.Hash
            );
    }

    private static List<Fout> Fouten(Verantwoording verantwoording, Verzoek verzoek, string artikel)
    {
        var fouten = new List<Fout>();
        if (verzoek.Toelichting.Trim().Length is 0 or > Langst)
        {
            fouten.Add(new("toelichting", $"Schrijf hoe het project ervoor staat, in ten hoogste {Langst} tekens.", artikel));
        }
        if (verzoek.Documenten.Count == 0)
        {
            fouten.Add(new("documenten", "Noem het verslag dat u bij deze zaak hebt ingediend.", artikel));
        }
        var bekend = verantwoording.Documenten.Select(d => d.Document).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < verzoek.Documenten.Count; i++)
        {
            if (!bekend.Contains(verzoek.Documenten[i]))
            {
                fouten.Add(
                    new(
                        $"documenten[{i}]",
                        $"Document '{verzoek.Documenten[i]}' hoort niet bij deze zaak of is nog niet verwerkt. Dien het eerst in en probeer het daarna opnieuw."
                    )
                );
            }
        }
        return fouten;
    }
}

/// <summary>What a partnership wrote with its progress report.</summary>
public sealed record Voortgangstekst(string Tekst);
