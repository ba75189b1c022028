using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>A scheme manager proposes another text for a kind of letter. A second one signs.</summary>
public static class Voorstellen
{
    private const int LangsteToelichting = 500;

    /// <param name="Versie">The version that was changed: when another is in use meanwhile, nothing is proposed.</param>
    /// <param name="Toelichting">What changes and why, for who signs; one line.</param>
    public sealed record Verzoek(int Versie, string Onderwerp, string Tekst, string Toelichting);

    /// <param name="Hash">What the second person signs.</param>
    public sealed record Voorgesteld(int Voorstel, string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/briefsjablonen/{soort}/voorstellen", Voer).Voor(Rol.Regelbeheerder).Geeft<Voorgesteld>(201);

    private static async Task<Uitkomst> Voer(
        string soort,
        Verzoek verzoek,
        Stroom<Briefsjabloon> stroom,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Briefsoorten.Zoek(soort) is not { } brief)
        {
            return Voorstel.OnbekendeSoort(soort);
        }
        BriefsjabloonVoorgesteld? voorgesteld = null;
        var uitkomst = await stroom.SchrijfOfBegin(
            Briefsjabloon.Stroom(soort),
            sjabloon =>
            {
                var beslissing = Beslis(brief, sjabloon ?? new(), verzoek, persoon.Onderwerp, moment.Nu);
                voorgesteld = beslissing.Gebeurtenissen.OfType<BriefsjabloonVoorgesteld>().SingleOrDefault();
                return beslissing;
            },
            ct
        );
        return voorgesteld is null
            ? uitkomst
            : uitkomst with
            {
                Status = 201,
                Locatie = $"/v1/briefsjablonen/{soort}",
                Inhoud = new Voorgesteld(voorgesteld.Voorstel, voorgesteld.Voorstelhash),
            };
    }

    public static Beslissing Beslis(Briefsoort soort, Briefsjabloon sjabloon, Verzoek verzoek, string wie, Instant nu)
    {
        var tekst = Sjabloontekst.Van(verzoek.Onderwerp, verzoek.Tekst);
        List<Fout> fouten = [.. Sjablooncontrole.Fouten(soort.Velden, tekst)];
        if (
            string.IsNullOrWhiteSpace(verzoek.Toelichting)
            || verzoek.Toelichting.Length > LangsteToelichting
            || verzoek.Toelichting.Any(char.IsControl)
        )
        {
            fouten.Add(new("toelichting", $"Schrijf op één regel wat er verandert en waarom, in ten hoogste {LangsteToelichting} tekens."));
        }
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        if (sjabloon.Voorgelegd is { } open)
        {
            return Weigering.Van(
                "al-voorgesteld",
                $"Voor deze brief ligt voorstel {open.Voorstel} al klaar. Onderteken dat, of zend het eerst terug."
            );
        }
        if (verzoek.Versie != sjabloon.Versie)
        {
            return Weigering.Van(
                "intussen-gewijzigd",
                $"U wijzigde versie {verzoek.Versie}, maar nu geldt versie {sjabloon.Versie}. Kijk wat er is veranderd en neem dat over."
            );
        }
        if (tekst == sjabloon.Tekst(soort, sjabloon.Versie))
        {
            return Weigering.Van("ongewijzigd", "Deze tekst is dezelfde als die nu geldt. Er valt niets te ondertekenen.");
        }
        var voorstel = new BriefsjabloonVoorgesteld(
            soort.Code,
            sjabloon.Voorstellen.Count + 1,
            "",
            sjabloon.Versie,
            tekst.Onderwerp,
            tekst.Tekst,
            verzoek.Toelichting.Trim(),
            wie,
            nu
        );
        return voorstel with { Voorstelhash = Hash(voorstel, tekst) };
    }

    /// <summary>Lower-case hexadecimal SHA-256 over what is signed, one field a line; none holds a line end.</summary>
    private static string Hash(BriefsjabloonVoorgesteld voorstel, Sjabloontekst tekst) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        $"briefsjabloon {voorstel.Soort}",
                        $"voorstel {voorstel.Voorstel}",
                        $"uit {voorstel.Uit}",
                        $"tekst {tekst.Hash}",
                        $"toelichting {voorstel.Toelichting}",
                        $"door {voorstel.Door}"
                    )
                )
            )
        );
}
