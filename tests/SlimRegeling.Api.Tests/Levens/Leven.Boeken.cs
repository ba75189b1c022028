using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What people do to the books themselves.</summary>
internal sealed partial class Leven
{
    /// <summary>One of the bookings of the case is reversed, which can be a counter-entry itself.</summary>
    private async Task<Gekregen> Tegenboek(int keuze)
    {
        var rijen = ((JsonElement?)(await beller.Haal(Mensen.Controleur, $"/v1/grootboek?zaaknummer={zaak}")).Inhoud).Rijen();
        var boeking = (rijen.Count == 0 ? null : rijen[keuze % rijen.Count]).Tekst("boeking") ?? Guid.Empty.ToString();
        var pad = $"/v1/grootboek/boekingen/{boeking}/tegenboeking";
        var voorgesteld = await beller.Post(beller.Huis.Medewerker(Rol.FinancieelMedewerker), pad, Terug);
        if (!voorgesteld.IsGelukt())
        {
            return voorgesteld;
        }
        var hash = ((JsonElement?)(await beller.Haal(Mensen.Controleur, "/v1/grootboek/tegenboekingen")).Inhoud)
            .Rijen()
            .Find(t => t.Tekst("boeking") == boeking)
            .Tekst("hash");
        return await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelControleur),
            $"{pad}/ondertekening",
            hash is null ? "{}" : Hash(hash)
        );
    }

    /// <summary>The month after the last that was closed, or the one before this: one closes it and another confirms, whatever statement is missing.</summary>
    private async Task<Gekregen> SluitMaand()
    {
        var gesloten = (await Boekmaanden()).FindAll(m => m.Lid("bevestigdDoor") is not null).Max(m => m.Tekst("maand"));
        var maand = YearMonthPattern.Iso.Format(
            gesloten is null
                ? Vandaag.PlusMonths(-1).ToYearMonth()
                : YearMonthPattern.Iso.Parse(gesloten).Value.OnDayOfMonth(1).PlusMonths(1).ToYearMonth()
        );
        var pad = $"/v1/boekmaanden/{maand}";
        var afgesloten = await beller.Post(
            beller.Huis.Medewerker(Rol.FinancieelMedewerker),
            $"{pad}/afsluiting",
            """{"toelichting":"De bank stuurt het nog."}"""
        );
        if (!afgesloten.IsGelukt())
        {
            return afgesloten;
        }
        var beeld = (await Boekmaanden()).Find(m => m.Tekst("maand") == maand);
        return await beller.Post(beller.Huis.Medewerker(Rol.FinancieelControleur), $"{pad}/bevestiging", Hash(beeld.Tekst("hash")));
    }

    private async Task<List<JsonElement?>> Boekmaanden() =>
        ((JsonElement?)(await beller.Haal(Mensen.Controleur, "/v1/boekmaanden")).Inhoud).Rijen();
}
