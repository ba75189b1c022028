using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Api.Tests;

/// <summary>Someone in each role, and the second ones that the rules ask for.</summary>
internal static class Mensen
{
    public const string Dienst = "dienst";
    public const string Anna = "anna";
    public const string AnnaKvk = "11111111";

    /// <summary>Acts for another enterprise than Anna.</summary>
    public const string Bram = "bram";
    public const string BramKvk = "22222222";
    public const string Beoordelaar = "bea";
    public const string Medeondertekenaar = "mila";
    public const string Regelbeheerder = "rianne";
    public const string TweedeRegelbeheerder = "rob";
    public const string FinancieelMedewerker = "fenna";
    public const string TweedeFinancieelMedewerker = "floris";
    public const string Controleur = "coen";

    public const string Functionaris = "fatima";

    /// <summary>Assesses and signs: two roles, one person.</summary>
    public const string Dubbel = "dora";

    /// <summary>Pays and checks accounts: two roles, one person.</summary>
    public const string DubbelFinancieel = "dirk";

    public static readonly IReadOnlyList<Voorbeeldpersoon> Alle =
    [
        new(Anna, "Anna", [Rol.Aanvrager], AnnaKvk),
        new(Bram, "Bram", [Rol.Aanvrager], BramKvk),
        new("gerda", "Gerda", [Rol.Gemachtigde], "33333333", Intermediair: "44444444"),
        new("piet", "Piet", [Rol.Partij], "55555555"),
        new(Beoordelaar, "Bea", [Rol.Beoordelaar]),
        new(Medeondertekenaar, "Mila", [Rol.Medeondertekenaar]),
        new(FinancieelMedewerker, "Fenna", [Rol.FinancieelMedewerker]),
        new(TweedeFinancieelMedewerker, "Floris", [Rol.FinancieelMedewerker]),
        new(Controleur, "Coen", [Rol.FinancieelControleur]),
        new(Regelbeheerder, "Rianne", [Rol.Regelbeheerder]),
        new(TweedeRegelbeheerder, "Rob", [Rol.Regelbeheerder]),
        new("bert", "Bert", [Rol.Beheerder]),
        new("onno", "Onno", [Rol.Onderzoeker]),
        new(Functionaris, "Fatima", [Rol.FunctionarisGegevensbescherming]),
        new(Dubbel, "Dora", [Rol.Beoordelaar, Rol.Medeondertekenaar]),
        new(DubbelFinancieel, "Dirk", [Rol.FinancieelMedewerker, Rol.FinancieelControleur]),
    ];

    public static string In(Rol rol) => rol == Rol.Dienst ? Dienst : Alle.First(p => p.Rollen.SequenceEqual([rol])).Id;
}
