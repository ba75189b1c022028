using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Host;

/// <summary>The example people whom a new visitor can be; the case files bring their own beside them.</summary>
internal static class Voorbeeldaccounts
{
    public static readonly IReadOnlyList<Voorbeeldpersoon> Alle =
    [
        new("ondernemer", "Olivia Ondernemer", [Rol.Aanvrager], "69599084", "Bouwbedrijf De Troffel B.V."),
        new("gemachtigde", "Gijs Gemachtigde", [Rol.Gemachtigde], "69599084", "Bouwbedrijf De Troffel B.V.", Intermediair: "68727720"),
        new("adviseur", "Ada Adviseur", [Rol.Aanvrager], "68727720", "Adviesbureau De Wegwijzer"),
        new("partij", "Petra Partij", [Rol.Partij], "68750110", "Installatiebedrijf De Buis B.V."),
        new("beoordelaar", "Bas Beoordelaar", [Rol.Beoordelaar]),
        new("beoordelaar-2", "Bea Beoordelaar", [Rol.Beoordelaar]),
        new("medeondertekenaar", "Mila Medeondertekenaar", [Rol.Medeondertekenaar]),
        new("medeondertekenaar-2", "Max Medeondertekenaar", [Rol.Medeondertekenaar]),
        new("financieel-medewerker", "Fenna Financieel", [Rol.FinancieelMedewerker]),
        new("financieel-medewerker-2", "Floris Financieel", [Rol.FinancieelMedewerker]),
        new("financieel-controleur", "Coen Controleur", [Rol.FinancieelControleur]),
        new("financieel-controleur-2", "Cleo Controleur", [Rol.FinancieelControleur]),
        new("regelbeheerder", "Rianne Regelbeheerder", [Rol.Regelbeheerder]),
        new("regelbeheerder-2", "Ruud Regelbeheerder", [Rol.Regelbeheerder]),
        new("beheerder", "Bert Beheerder", [Rol.Beheerder]),
        new("beheerder-2", "Bo Beheerder", [Rol.Beheerder]),
        new("onderzoeker", "Onno Onderzoeker", [Rol.Onderzoeker]),
        new("functionaris-gegevensbescherming", "Fatima Functionaris", [Rol.FunctionarisGegevensbescherming]),
    ];
}
