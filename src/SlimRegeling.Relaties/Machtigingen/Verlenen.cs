using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Machtigingen;

/// <summary>An enterprise gives its adviser, or another enterprise, a machtiging. Only who acts for it without one can.</summary>
public static class Verlenen
{
    private const string Artikel = "artikel 2:1 Awb";
    private const int MeestePersonen = 20;
    private const int LangsteKenmerk = 200;

    public sealed record Verzoek(
        [property: Description("KVK-nummer van de onderneming die namens u mag handelen.")] string Gemachtigde,
        [property: Description("Hoe u die onderneming noemt.")] string Naam,
        [property: Description("Hoe uw eigen onderneming heet; de gemachtigde ziet deze naam.")] string UwNaam,
        [property: Description("Waarvoor de machtiging geldt.")] IReadOnlyList<Machtigingsomvang> Omvang,
        [property: Description("Eerste dag; zonder deze dag geldt zij vanaf vandaag.")] LocalDate? Vanaf = null,
        [property: Description("Laatste dag; zonder deze dag geldt zij tot u haar beëindigt.")] LocalDate? TotEnMet = null,
        [property: Description(
            "Kenmerken van de personen die haar mogen gebruiken; zonder kenmerken iedereen die voor de gemachtigde handelt."
        )]
            IReadOnlyList<string>? Personen = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/machtigingen", Voer).Geeft<Bijgewerkt>().Voor(Rol.Aanvrager).EigenZaak().BindtOnderneming();

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Machtiging> machtigingen,
        Moment moment,
        CancellationToken ct
    )
    {
        if (persoon is not { MagKiezen: true, KvkNummer: { } gever })
        {
            return NietMetEenMachtiging;
        }
        var nu = moment.Nu;
        var fouten = Controleer(verzoek, gever, Moment.Dag(nu)).ToList();
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : await machtigingen.SchrijfOfBegin(
                Machtiging.Stroom(gever, verzoek.Gemachtigde),
                machtiging => Beslis(machtiging, gever, verzoek, namen => machtigingen.Bewaar(gever, namen), persoon.Onderwerp, nu),
                ct
            );
    }

    /// <summary>Also for who has the role of an applicant by their token, with another enterprise in between.</summary>
    internal static Weigering NietMetEenMachtiging =>
        Weigering.NietDoorU(
            "niet-met-een-machtiging",
            "Wie zelf met een machtiging handelt, kan er geen geven of beëindigen. Vraag het de onderneming zelf.",
            Artikel
        );

    public static IEnumerable<Fout> Controleer(Verzoek verzoek, string gever, LocalDate vandaag)
    {
        if (verzoek.Gemachtigde.Length != 8 || !verzoek.Gemachtigde.All(char.IsAsciiDigit))
        {
            yield return new Fout(
                "gemachtigde",
                "Geef het KVK-nummer van acht cijfers. U vindt het op een brief of factuur van die onderneming."
            );
        }
        else if (verzoek.Gemachtigde == gever)
        {
            yield return new Fout(
                "gemachtigde",
                "Dit is uw eigen KVK-nummer. Geef het nummer van de onderneming die namens u mag handelen."
            );
        }
        foreach (var fout in Regel.Toets("naam", verzoek.Naam, 200, "de naam van die onderneming"))
        {
            yield return fout;
        }
        foreach (var fout in Regel.Toets("uwNaam", verzoek.UwNaam, 200, "de naam van uw onderneming"))
        {
            yield return fout;
        }
        if (verzoek.Omvang.Count == 0)
        {
            yield return new Fout("omvang", "Kies waarvoor de machtiging geldt.");
        }
        if (verzoek.Vanaf < vandaag)
        {
            yield return new Fout(
                "vanaf",
                $"Een machtiging geldt niet voor dagen die voorbij zijn. Kies {Datumtekst.Van(vandaag)} of later."
            );
        }
        if (verzoek.TotEnMet < (verzoek.Vanaf ?? vandaag))
        {
            yield return new Fout("totEnMet", "De laatste dag ligt voor de eerste. Kies een latere dag, of laat hem leeg.");
        }
        var personen = verzoek.Personen ?? [];
        if (
            personen.Count > MeestePersonen
            || personen.Any(p => string.IsNullOrWhiteSpace(p) || p.Length > LangsteKenmerk || p.Any(char.IsControl))
        )
        {
            yield return new Fout(
                "personen",
                $"Geef ten hoogste {MeestePersonen} kenmerken, elk op een eigen regel. Uw adviseur ziet het eigen kenmerk op de pagina Machtigingen."
            );
        }
    }

    /// <param name="verzoek">Checked already.</param>
    /// <param name="bewaar">Keeps the names beside the stream; called only when it is given.</param>
    public static Beslissing Beslis(
        Machtiging? machtiging,
        string gever,
        Verzoek verzoek,
        Func<Machtigingsnamen, Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        var vandaag = Moment.Dag(nu);
        if (machtiging?.Stand(vandaag) is Machtigingsstand.Geldig or Machtigingsstand.GaatLaterIn)
        {
            return Weigering.Van(
                "al-gemachtigd",
                $"KVK {verzoek.Gemachtigde} heeft al een machtiging van u. Wilt u een andere geven, beëindig deze dan eerst.",
                Artikel
            );
        }
        return new MachtigingVerleend(
            gever,
            verzoek.Gemachtigde,
            [.. (verzoek.Personen ?? []).Select(p => p.Trim()).Distinct(StringComparer.Ordinal)],
            [.. verzoek.Omvang.Distinct().Order()],
            verzoek.Vanaf ?? vandaag,
            verzoek.TotEnMet,
            bewaar(new(verzoek.UwNaam.Trim(), verzoek.Naam.Trim())),
            wie,
            nu
        );
    }
}
