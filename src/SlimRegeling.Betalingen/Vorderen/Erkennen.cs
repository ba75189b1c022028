using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Someone of finance notes that the debtor recognised what is owed, as in a letter or by asking for time (4:105, second paragraph, Awb): the years in which it
/// can be enforced begin anew. Once they are over nothing begins them again.
/// </summary>
public static class Erkennen
{
    private const string Erkenning = "artikel 4:105, tweede lid, Awb";

    /// <param name="Dag">On which the debtor did.</param>
    /// <param name="Toelichting">From what that appears.</param>
    public sealed record Verzoek(LocalDate Dag, string Toelichting);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/vorderingen/{vordering}/erkenning", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, new Reden(verzoek.Toelichting.Trim())),
                    persoon.Onderwerp,
                    Geldschuldregels.Op(regels, nu),
                    nu
                ),
            ct
        );
    }

    /// <param name="bewaar">Keeps the explanation beside the stream; called only when it can be noted.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        Vordering vordering,
        Verzoek verzoek,
        Func<Verwijzing> bewaar,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        if (vordering is not { Besloten: { } besloten, Termijn: not null, Open.Totaal: > 0 })
        {
            return Weigering.Van(
                "niets-te-erkennen",
                $"Van vordering {vordering.Id} loopt geen betaaltermijn, of er staat niets meer open. Er is niets te erkennen.",
                Erkenning
            );
        }
        if (Voorstelpoort.Verjaard(vordering, versie, verzoek.Dag) is { } verjaard)
        {
            return verjaard;
        }
        IReadOnlyList<Fout> fouten =
        [
            .. verzoek.Dag > Moment.Dag(nu) || verzoek.Dag < Moment.Dag(besloten.Op)
                ? (Fout[])
                    [
                        new(
                            "dag",
                            $"Kies een dag van {Datumtekst.Van(Moment.Dag(besloten.Op))} tot en met vandaag: de dag waarop de schuldenaar het erkende.",
                            Erkenning
                        ),
                    ]
                : [],
            .. string.IsNullOrWhiteSpace(verzoek.Toelichting)
                ? (Fout[])[new("toelichting", "Schrijf op waaruit dit blijkt.", "artikel 3:2 Awb")]
                : [],
        ];
        return fouten.Count > 0 ? Weigering.Invoer(fouten) : new VorderingErkend(verzoek.Dag, bewaar(), wie, nu);
    }
}
