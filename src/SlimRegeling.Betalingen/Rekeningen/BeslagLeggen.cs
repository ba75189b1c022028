using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Rekeningen;

/// <summary>
/// Registers an attachment on what an enterprise is to receive, and that it ended. From then on, and until another than who registered it says that it
/// ended, no payment to the enterprise leaves. What went to the bank before cannot be stopped here.
/// </summary>
public static class BeslagLeggen
{
    private const string Derdenbeslag = "artikel 475 Wetboek van Burgerlijke Rechtsvordering";

    /// <param name="Bedrag">For which it was laid, in euro; left out when the writ names none. All payments wait, also when they are more.</param>
    public sealed record Verzoek(string Beslaglegger, string Kenmerk, LocalDate GelegdOp, decimal? Bedrag = null);

    /// <param name="Toelichting">What shows that it ended.</param>
    public sealed record Opheffing(string Toelichting);

    public sealed record Antwoord(string Beslag);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rekeningen/{kvkNummer}/beslagen", Leg).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Antwoord>(201);
        api.MapPost("/rekeningen/{kvkNummer}/beslagen/{nummer}/opheffing", HefOp)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Leg(
        string kvkNummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Rekening> rekeningen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        if (Fouten(kvkNummer, verzoek, Moment.Dag(nu)) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (await Gesloten(kvkNummer, persoon, rekeningen, betaalopdrachten, belangen, ct) is { } gesloten)
        {
            return gesloten;
        }
        var gegevens = rekeningen.Bewaar(
            kvkNummer,
            new Beslaggegevens(verzoek.Beslaglegger, verzoek.Kenmerk, verzoek.GelegdOp, verzoek.Bedrag)
        );
        var (nummer, ids) = ("", (IReadOnlyList<string>)[]);
        var uitkomst = await rekeningen.SchrijfOfBegin(
            kvkNummer,
            rekening =>
            {
                nummer = string.Create(CultureInfo.InvariantCulture, $"{kvkNummer}-BS{(rekening?.Beslagen.Count ?? 0) + 1}");
                ids = rekening?.Betaalopdrachten ?? [];
                return new BeslagGelegd(nummer, gegevens, persoon.Onderwerp, nu);
            },
            ct
        );
        if (uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        await betaalopdrachten.SchrijfElk(ids, o => o.HoudAan(nummer, Aanhoudgrond.Beslag, nu), ct);
        return Uitkomst.Gemaakt($"/rekeningen/{kvkNummer}", new Antwoord(nummer));
    }

    private static async Task<Uitkomst> HefOp(
        string kvkNummer,
        string nummer,
        Opheffing verzoek,
        Persoon persoon,
        Stroom<Rekening> rekeningen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(new Fout("toelichting", "Schrijf op waaruit blijkt dat het beslag is geëindigd.", Derdenbeslag));
        }
        if (await Gesloten(kvkNummer, persoon, rekeningen, betaalopdrachten, belangen, ct) is { } gesloten)
        {
            return gesloten;
        }
        var nu = moment.Nu;
        var toelichting = rekeningen.Bewaar(kvkNummer, verzoek.Toelichting);
        IReadOnlyList<string> ids = [];
        var uitkomst = await rekeningen.Schrijf(
            kvkNummer,
            rekening =>
            {
                ids = rekening.Betaalopdrachten;
                return Beslis(rekening, nummer, persoon.Onderwerp, toelichting, nu);
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            await betaalopdrachten.SchrijfElk(ids, o => o.HefOp(nummer, Aanhoudgrond.Beslag, persoon.Onderwerp, toelichting, nu), ct);
        }
        return uitkomst;
    }

    /// <param name="wie">Pseudonym of who says that it ended.</param>
    public static Beslissing Beslis(Rekening rekening, string nummer, string wie, Verwijzing toelichting, Instant nu) =>
        rekening.Beslagen.FirstOrDefault(b => b.Nummer == nummer) switch
        {
            null => Weigering.NietGevonden(nummer),
            { OpgehevenDoor: not null } => Weigering.Van("al-opgeheven", $"Beslag {nummer} is al opgeheven.", Derdenbeslag),
            { Door: var door } when door == wie => Weigering.NietDoorU(
                "eigen-beslag",
                "U hebt dit beslag zelf geregistreerd. Laat een collega vaststellen dat het is geëindigd.",
                "artikel 2:4, eerste lid, Awb"
            ),
            _ => new BeslagOpgeheven(nummer, toelichting, wie, nu),
        };

    private static List<Fout> Fouten(string kvkNummer, Verzoek verzoek, LocalDate vandaag)
    {
        var fouten = new List<Fout>();
        if (kvkNummer.Length != 8 || !kvkNummer.All(char.IsAsciiDigit))
        {
            fouten.Add(new Fout("kvkNummer", "Een KVK-nummer heeft acht cijfers. Controleer het nummer.", Derdenbeslag));
        }
        if (string.IsNullOrWhiteSpace(verzoek.Beslaglegger))
        {
            fouten.Add(new Fout("beslaglegger", "Schrijf op wie het beslag heeft gelegd.", Derdenbeslag));
        }
        if (string.IsNullOrWhiteSpace(verzoek.Kenmerk))
        {
            fouten.Add(new Fout("kenmerk", "Neem het kenmerk van het exploot over.", Derdenbeslag));
        }
        if (verzoek.GelegdOp > vandaag)
        {
            fouten.Add(new Fout("gelegdOp", "Deze dag moet nog komen. Neem de dag van het exploot over.", Derdenbeslag));
        }
        if (verzoek.Bedrag is <= 0)
        {
            fouten.Add(new Fout("bedrag", "Een bedrag is meer dan nul. Laat het weg als het exploot er geen noemt.", Derdenbeslag));
        }
        return fouten;
    }

    /// <summary>Closed to who has an interest of their own in a case of the enterprise that is still to be paid.</summary>
    private static async Task<Weigering?> Gesloten(
        string kvkNummer,
        Persoon persoon,
        Stroom<Rekening> rekeningen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Belangen belangen,
        CancellationToken ct
    )
    {
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        foreach (var id in (await rekeningen.Lees(kvkNummer, ct))?.Betaalopdrachten ?? [])
        {
            if (await betaalopdrachten.Lees(id, ct) is { Open: true } o && gesloten.Contains(o.Opdracht.Zaaknummer))
            {
                return Belang.Gesloten(o.Opdracht.Zaaknummer);
            }
        }
        return null;
    }
}
