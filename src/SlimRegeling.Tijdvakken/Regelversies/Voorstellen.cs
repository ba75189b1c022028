using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>A scheme manager proposes to confirm a rule, or to give it another value, with the source for it. A second one signs.</summary>
public static class Voorstellen
{
    private const int LangsteToelichting = 2000;

    /// <param name="Sectie">As in the version: <c>parameters</c>, <c>termijnen</c>, <c>gronden</c>, …</param>
    /// <param name="Waarde">Absent: the rule is confirmed as it stands. Written as the version shows it.</param>
    /// <param name="Bron">A code of the sources of the version, or the source itself in words.</param>
    /// <param name="Toelichting">Absent: that of the rule stays.</param>
    /// <param name="GeldtVanaf">Absent, or before the second signature: from that signature on.</param>
    public sealed record Verzoek(
        string Sectie,
        string Code,
        string Bron,
        string? Waarde = null,
        string? Toelichting = null,
        Instant? GeldtVanaf = null
    );

    /// <param name="Hash">What the second person signs.</param>
    public sealed record Voorgesteld(int Voorstel, string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/regelversies/{id}/voorstellen", Voer).Voor(Rol.Regelbeheerder).Geeft<Voorgesteld>(201);

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Stroom<Regelbeheer> stroom,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (!Regelboek.Kent(id))
        {
            return RegelversiesTonen.Onbekend(id);
        }
        RegelwijzigingVoorgesteld? voorgesteld = null;
        var uitkomst = await stroom.SchrijfOfBegin(
            Regelbeheer.Stroom(id),
            beheer =>
            {
                var beslissing = Beslis(id, beheer ?? new(), verzoek, persoon.Onderwerp, moment.Nu);
                voorgesteld = beslissing.Gebeurtenissen.OfType<RegelwijzigingVoorgesteld>().SingleOrDefault();
                return beslissing;
            },
            ct
        );
        return voorgesteld is null
            ? uitkomst
            : uitkomst with
            {
                Status = 201,
                Locatie = $"/v1/regelversies/{id}/voorstellen/{voorgesteld.Voorstel}",
                Inhoud = new Voorgesteld(voorgesteld.Voorstel, voorgesteld.Voorstelhash),
            };
    }

    public static Beslissing Beslis(string id, Regelbeheer beheer, Verzoek verzoek, string wie, Instant nu)
    {
        var standen = new Regelstanden(beheer.Stappen);
        var vanaf = Instant.Max(verzoek.GeldtVanaf ?? nu, nu);
        var regel = standen.Versie(id, vanaf).Zoek(verzoek.Sectie, verzoek.Code);
        IReadOnlyList<Fout> fouten = [.. Invoer(id, regel, verzoek)];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        if (beheer.Voorgelegd(verzoek.Sectie, verzoek.Code) is { } open)
        {
            return Weigering.Van(
                "al-voorgesteld",
                $"Voor deze regel ligt voorstel {open.Voorstel} al klaar. Onderteken dat, of zend het eerst terug."
            );
        }
        var wijziging = new Regelwijziging(verzoek.Sectie, verzoek.Code, verzoek.Waarde, verzoek.Bron, verzoek.Toelichting);
        fouten = Regelwijzigingcontrole.Fouten(standen, new Regelstap(id, beheer.Stappen.Count + 1, vanaf, wijziging));
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var voorstel = new RegelwijzigingVoorgesteld(
            id,
            beheer.Voorstellen.Count + 1,
            "",
            verzoek.Sectie,
            verzoek.Code,
            Regelbeeld.Waardevan(regel!),
            verzoek.Waarde,
            verzoek.Bron,
            verzoek.Toelichting,
            verzoek.GeldtVanaf,
            wie,
            nu
        );
        return voorstel with { Voorstelhash = Hash(voorstel) };
    }

    private static IEnumerable<Fout> Invoer(string id, Regel? regel, Verzoek verzoek)
    {
        if (regel is null)
        {
            yield return new Fout(
                "code",
                $"Regelversie {id} heeft geen regel '{verzoek.Code}' in de sectie '{verzoek.Sectie}'. Kies een regel die de versie toont."
            );
        }
        else if (verzoek.Waarde is not null && Regelbeeld.Waardevan(regel) is null)
        {
            yield return new Fout(
                "waarde",
                "Deze regel heeft geen waarde. Laat dit veld weg; u bevestigt de regel zoals hij er staat.",
                $"artikel {regel.Artikel}"
            );
        }
        if (!Voorstel.EenRegel(verzoek.Bron, Voorstel.LangsteBron))
        {
            yield return Voorstel.BronFout();
        }
        if (verzoek.Toelichting is { } toelichting && !Voorstel.EenRegel(toelichting, LangsteToelichting))
        {
            yield return new Fout("toelichting", $"Schrijf de toelichting op één regel, in ten hoogste {LangsteToelichting} tekens.");
        }
    }

    private static string Hash(RegelwijzigingVoorgesteld voorstel) =>
        Voorstel.Hash(
            $"regelversie {voorstel.Regelversie}",
            $"voorstel {voorstel.Voorstel}",
            $"regel {voorstel.Sectie}/{voorstel.Code}",
            $"was {voorstel.Was}",
            voorstel.Waarde is null ? "bevestigd" : $"wordt {voorstel.Waarde}",
            $"bron {voorstel.Bron}",
            $"toelichting {voorstel.Toelichting}",
            $"geldt-vanaf {(voorstel.GeldtVanaf is { } vanaf ? InstantPattern.ExtendedIso.Format(vanaf) : "ondertekening")}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}"
        );
}
